#!/bin/sh
# shellcheck disable=SC2086 # a list of words
exec java ${KAFKA_HEAP_OPTS:-} -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp '/opt/kafka/libs/*' \
    org.apache.kafka.tools.TopicCommand "$@"
