# Sourced by run and verify: sets JAVA_HOME to a JDK of at least version 25, or says what to install and exits.

jdk_is_recent() {
    [ -x "$1/bin/javac" ] || return 1
    version=$("$1/bin/java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1)
    [ "${version:-0}" -ge 25 ]
}

# The JDK that java on the PATH belongs to; on macOS /usr/bin/java is a stub, and java_home knows the real one.
jdk_on_path() {
    if [ -x /usr/libexec/java_home ]; then
        /usr/libexec/java_home -v 25+ 2>/dev/null || true
    elif java=$(command -v java); then
        java=$(readlink -f "$java")
        echo "${java%/bin/java}"
    fi
}

find_jdk() {
    for candidate in "${JAVA_HOME:-}" "$(jdk_on_path)" /usr/lib/jvm/* /opt/* "$HOME"/.sdkman/candidates/java/* \
        "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        if [ -n "$candidate" ] && jdk_is_recent "$candidate"; then
            JAVA_HOME=$candidate
            export JAVA_HOME
            return 0
        fi
    done
    echo "No JDK 25 or newer found (looked at JAVA_HOME, java on the PATH, /usr/lib/jvm, /opt, ~/.sdkman, ~/.jdks)." >&2
    echo "Install one, for example Temurin 25 from https://adoptium.net, and set JAVA_HOME to its folder." >&2
    exit 1
}

require_maven() {
    if ! command -v mvn >/dev/null; then
        echo "Maven is missing: install Maven 3.8.7 or newer, so that mvn is on the PATH." >&2
        exit 1
    fi
    maven=$(mvn -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9][0-9.]*\).*/\1/p' | head -n 1)
    oldest=$(printf '%s\n3.8.7\n' "${maven:-0}" | sort -t. -k1,1n -k2,2n -k3,3n | head -n 1)
    if [ "$oldest" != 3.8.7 ]; then
        echo "Maven ${maven:-of unknown version} is too old: install 3.8.7 or newer." >&2
        exit 1
    fi
}

find_jdk
