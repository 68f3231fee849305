# Sourced by run and faults after find-jdk.sh: build_stale builds what is missing or older than its sources.

# Whether the file is there and nothing that it is made from is newer.
is_fresh() {
    made=$1
    shift
    [ -f "$made" ] && [ -z "$(find pom.xml "$@" -name target -prune -o -type f \
        \( -path '*/src/main/*' -o -name pom.xml \) -newer "$made" -print | head -n 1)" ]
}

# The services and the local stack, and the modules named.
list_stale() {
    for service in *-service gateway; do
        is_fresh "$service/target/quarkus-app/quarkus-run.jar" contracts platform "$service" || echo "$service"
    done
    if ! is_fresh local-stack/target/local-stack.built contracts players local-stack ||
        [ ! -f local-stack/target/keycloak/prepared ]; then
        echo local-stack
    fi
    for module in "$@"; do
        is_fresh "$(ls "$module"/target/"$module"-*.jar 2>/dev/null | head -n 1)" contracts players local-stack "$module" ||
            echo "$module"
    done
}

build() {
    require_maven
    echo "Building $* (the first time this downloads dependencies and takes some minutes) ..."
    began=$(date +%s)
    status=$(mktemp)
    {
        mvn -B -ntp package -DskipTests -am -pl "$(echo "$*" | tr ' ' ,)" 2>&1 ||
            echo failed >"$status"
    } | sed -n -e 's/^\[INFO\] Building \(.*\) [^ ]*SNAPSHOT *\(\[.*\]\)$/  \2 \1/p' -e '/^\[ERROR\]/p'
    if [ -s "$status" ]; then
        rm "$status"
        echo "The build failed; the lines above say why." >&2
        exit 1
    fi
    rm "$status"
    touch local-stack/target/local-stack.built
    # What Maven finds unchanged it does not write anew
    for module; do
        case $module in *-service | gateway | local-stack) continue ;; esac
        touch "$module/target/$module"-*.jar
    done
    echo "Built in $(($(date +%s) - began)) s"
}

# Arguments: modules wanted beside the services and the local stack. To be called from the root of the checkout.
build_stale() {
    stale=$(list_stale "$@")
    if [ -n "$stale" ]; then
        # shellcheck disable=SC2086 # a list of words
        build $stale
    fi
}
