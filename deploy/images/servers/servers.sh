# Sourced by images: the servers of the demo, each in one layer of its own.

stack=local-stack/target
servers=$recipe/servers

make_tools() {
    # shellcheck disable=SC2046 # a list of words
    unpack "$work/tools" base-files bash coreutils dash findutils grep sed \
        $(packages_of_libraries /bin/bash /bin/dash /bin/grep /bin/ls /bin/sed /bin/cp /usr/bin/expr /usr/bin/find)
    ln -sf dash "$work/tools/bin/sh"
    mkdir -p "$work/tools/usr/lib/locale"
    cp -r "$work/locale/usr/lib/locale/C.utf8" "$work/tools/usr/lib/locale/"
}

# NAME USER: a root file system with the tools to which the server is added
begin() {
    root=$work/server-$1.root
    cp -a "$work/tools" "$root"
    echo "root:x:0:0::/:/none
server:x:$2:$2::/tmp:/none" >"$root/etc/passwd"
    echo "root:x:0:
server:x:$2:" >"$root/etc/group"
    mkdir -p "$root/opt/server/bin"
}

with_java() {
    cp -r "$work/server-jre.made/opt/java" "$root/opt/java"
}

# NAME USER FOLDER...: folders that are the server's own
end() {
    name=$1
    user=$2
    shift 2
    context=$work/server-$name
    mkdir "$context"
    for folder; do
        mkdir -p "$root/$folder" "$root.own/$(dirname "$folder")"
        mv "$root/$folder" "$root.own/$folder"
    done
    pack "$root" "$context/root.tar"
    for folder; do
        tar --sort=name --mtime="@$epoch" --owner="$user" --group="$user" --numeric-owner --format=gnu -C "$root.own" \
            -rf "$context/root.tar" "$folder"
    done
    rm -rf "$root" "$root.own"
    build_image "field-service/server-$name" "$context" "$servers/Containerfile" --label "org.opencontainers.image.title=$name" \
        --label "org.opencontainers.image.description=Stands in for the image of $name, for a demo without a registry" \
        --build-arg "STOP=${stop:-SIGTERM}"
}

make_postgres() {
    case $(uname -m) in
        aarch64) machine=linux-arm64v8 ;;
        *) machine=linux-amd64 ;;
    esac
    begin postgres 999
    cp "$servers/postgres" "$root/opt/server/entrypoint"
    cp "$servers/pg_isready" "$root/opt/server/bin/"
    (cd "$work" && "$JAVA_HOME/bin/jar" xf "$(ls "$checkout/$stack"/lib/embedded-postgres-binaries-"$machine"-[0-9]*.jar)")
    tar -xJf "$(ls "$work"/postgres-*.txz)" -C "$root/opt/server"
    # shellcheck disable=SC2046 # a list of words
    for package in $(packages_of_libraries "$root"/opt/server/bin/postgres "$root"/opt/server/bin/initdb); do
        case $package in libc6) ;; *) unpack "$work/library-$package" "$package" && cp -a "$work/library-$package/." "$root/" ;; esac
    done
    # It waits for nobody who is still connected
    stop=SIGINT
    end postgres 999 var/lib/postgresql/data var/run/postgresql
    stop=SIGTERM
}

make_kafka() {
    begin kafka 1000
    with_java
    mkdir -p "$root/opt/kafka/bin"
    cp "$servers/kafka" "$root/opt/server/entrypoint"
    cp "$servers/kafka-topics.sh" "$root/opt/kafka/bin/"
    mvn -q -B -ntp -f "$servers/pom.xml" dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory="$root/opt/kafka/libs"
    end kafka 1000 var/lib/kafka/data
}

make_keycloak() {
    begin keycloak 1000
    with_java
    mkdir -p "$root/opt/keycloak"
    cp -r "$stack/keycloak/." "$root/opt/keycloak/"
    mkdir -p "$root/opt/keycloak/data/import"
    cp "$servers/keycloak" "$root/opt/server/entrypoint"
    end keycloak 1000 opt/keycloak
}

make_mail() {
    begin mail 10001
    with_java
    cp "$servers/mail" "$root/opt/server/entrypoint"
    mvn -q -B -ntp -f "$servers/pom.xml" -P mail dependency:copy-dependencies -DincludeGroupIds=com.icegreen \
        -DoutputDirectory="$root/opt/server/lib"
    end mail 10001
}

make_tools
make_jre "$work/server-jre" java.se jdk.charsets jdk.crypto.ec jdk.httpserver jdk.jfr jdk.management jdk.naming.dns jdk.net jdk.security.auth \
    jdk.security.jgss jdk.unsupported jdk.xml.dom jdk.zipfs
make_postgres
make_kafka
make_keycloak
make_mail
