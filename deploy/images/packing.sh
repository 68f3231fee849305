# Sourced by images: what an image is made of.

require_debian() {
    for program in apt-get dpkg-deb dpkg-query; do
        if ! command -v "$program" >/dev/null; then
            echo "$program is missing: images are made of Debian's packages, on Debian or a system made from it." >&2
            exit 1
        fi
    done
    if [ ! -x "$JAVA_HOME/bin/jlink" ]; then
        echo "$JAVA_HOME has no jlink, which makes the Java runtime of the images: install a whole JDK." >&2
        exit 1
    fi
}

find_builder() {
    for builder in ${IMAGE_BUILDER:-podman buildah docker}; do
        if command -v "$builder" >/dev/null && "$builder" info >/dev/null 2>&1; then
            return
        fi
    done
    echo "None of ${IMAGE_BUILDER:-podman, buildah, docker} answers. Install one (Debian: apt-get install podman), or start Docker." >&2
    exit 1
}

# Unpacks packages into a folder, without what nobody runs, and notes which they were: FOLDER PACKAGE...
unpack() {
    into=$1
    shift
    mkdir -p "$into" "$into.debs"
    if ! (cd "$into.debs" && apt-get -q download "$@") >"$into.log" 2>&1; then
        cat "$into.log" >&2
        echo "Debian's packages cannot be downloaded; apt-get update may help." >&2
        exit 1
    fi
    for deb in "$into.debs"/*.deb; do
        dpkg-deb -x "$deb" "$into"
        dpkg-deb --show --showformat='${Package} ${Version} ${Architecture}\n' "$deb"
    done >"$into.packages"
    find "$into/usr/share/doc" -type f ! -name copyright -delete 2>/dev/null || true
    rm -rf "$into"/usr/share/man "$into"/usr/share/locale "$into"/usr/share/lintian "$into"/usr/share/info "$into"/usr/share/doc-base \
        "$into"/usr/share/bash-completion "$into"/usr/lib/*/gconv
}

# The packages that have the libraries which the files are linked to: FILE...
packages_of_libraries() {
    ldd "$@" 2>/dev/null | sed -n 's|.*=> \(/[^ ]*\) .*|\1|p' | sort -u | while read -r library; do
        case $library in "$JAVA_HOME"/* | "$work"/*) continue ;; esac
        dpkg-query -S "$library" 2>/dev/null || dpkg-query -S "/usr$library" 2>/dev/null ||
            dpkg-query -S "${library#/usr}"
    done | sed 's/[:,].*//' | sort -u
}

# What is in a folder as a tar that is the same each time: FOLDER TAR [OWNER]
pack() {
    # shellcheck disable=SC2046 # a list of names without blanks
    tar --sort=name --mtime="@$epoch" --owner="${3:-0}" --group="${3:-0}" --numeric-owner --format=gnu -C "$1" -cf "$2" $(ls -A "$1")
}

# Of Java's runtime: MODULE... into a folder, without what needs a screen or a loudspeaker
make_jre() {
    jre=$1
    shift
    "$JAVA_HOME/bin/jlink" --add-modules "$(echo "$*" | tr ' ' ,)" --no-header-files --no-man-pages --generate-cds-archive \
        --output "$jre.made/opt/java"
    for library in awt_xawt splashscreen jsound jawt; do
        rm -f "$jre.made/opt/java/lib/lib$library.so"
    done
    # Of the JDK's own classes, for heaps below 32 GB, with small headers as without
    rm -f "$jre.made/opt/java/lib/server/classes_nocoops.jsa"
    "$jre.made/opt/java/bin/java" -XX:+UseCompactObjectHeaders -XX:+UseSerialGC -Xshare:dump >"$jre.log"
    ln -s "$jre.made/opt/java" "$jre"
    pack "$jre.made" "$jre.tar"
}

make_base() {
    # shellcheck disable=SC2046 # a list of words
    unpack "$work/base" base-files libgcc-s1 $(packages_of_libraries "$JAVA_HOME/bin/java" "$JAVA_HOME"/lib/libjava.so \
        "$JAVA_HOME"/lib/libawt_headless.so "$JAVA_HOME"/lib/libfontmanager.so "$JAVA_HOME"/lib/libjavajpeg.so \
        "$JAVA_HOME"/lib/liblcms.so "$JAVA_HOME"/lib/libzip.so "$JAVA_HOME"/lib/server/libjvm.so)
    unpack "$work/locale" libc-bin
    mkdir -p "$work/base/usr/lib/locale"
    cp -r "$work/locale/usr/lib/locale/C.utf8" "$work/base/usr/lib/locale/"
    cat "$work/locale.packages" >>"$work/base.packages"
    {
        echo 'root:x:0:0::/:/none'
        echo 'app:x:10001:10001::/app:/none'
    } >"$work/base/etc/passwd"
    {
        echo 'root:x:0:'
        echo 'app:x:10001:'
    } >"$work/base/etc/group"
    pack "$work/base" "$work/base.tar"
}

# What all have of libraries of others is a layer that all share
find_common() {
    # shellcheck disable=SC2012 # names without blanks
    all=$(ls -d *-service gateway | wc -l)
    for deployable in *-service gateway; do
        (cd "$deployable/target/quarkus-app" && find lib -name '*.jar' -exec sha256sum {} +)
    done | sort | uniq -c | awk -v all="$all" '$1 == all && $3 !~ /dev\.fieldservice/ {print $3}' >"$work/common.files"
    while read -r file; do
        mkdir -p "$work/common/app/$(dirname "$file")"
        cp "gateway/target/quarkus-app/$file" "$work/common/app/$file"
    done <"$work/common.files"
    pack "$work/common" "$work/common.tar"
}

make_image() {
    name=$1
    built=$name/target/quarkus-app
    context=$work/$name
    mkdir -p "$context/lib/app" "$context/files/files"
    cp -r "$built/lib" "$context/lib/app/"
    (cd "$context/lib/app" && xargs rm) <"$work/common.files"
    mkdir "$context/app"
    mkdir "$context/app/app"
    cp -r "$built/app" "$built/quarkus" "$built/quarkus-run.jar" "$context/app/app/"
    "$JAVA_HOME/bin/java" "$recipe/Sbom.java" "$name" "$version" "$made" "$work/base.packages" "$work/jre" "$built" \
        >"$work/$name.cdx.json"
    pack "$context/lib" "$context/lib.tar"
    pack "$context/app" "$context/app.tar"
    # Where a volume for files may be mounted: one that is new is its owner's by this
    pack "$context/files" "$context/files.tar" 10001
    tar -Af "$context/app.tar" "$context/files.tar"
    ln "$work/base.tar" "$work/jre.tar" "$work/common.tar" "$context/"
    rm -rf "$context/lib" "$context/app" "$context/files" "$context/files.tar"
    build_image "field-service/$name" "$context" "$recipe/Containerfile" \
        --label "org.opencontainers.image.title=$name" \
        --label "org.opencontainers.image.licenses=Apache-2.0"
}

# NAME CONTEXT CONTAINERFILE OPTION...
build_image() {
    image=localhost/$1:$version
    context=$2
    file=$3
    shift 3
    set -- "$@" --label "org.opencontainers.image.version=$version" --label "org.opencontainers.image.revision=$revision" \
        --label "org.opencontainers.image.created=$made"
    case $builder in
        docker) SOURCE_DATE_EPOCH=$epoch docker build -q -t "$image" -f "$file" "$@" "$context" ;;
        podman) podman build -q --timestamp "$epoch" --identity-label=false -t "$image" -f "$file" "$@" "$context" ;;
        buildah) buildah bud -q --timestamp "$epoch" --identity-label=false -t "$image" -f "$file" "$@" "$context" ;;
    esac >"$context.log" 2>&1 || {
        cat "$context.log" >&2
        echo "$builder could not build $image." >&2
        exit 1
    }
    case $builder in
        buildah) size=$(buildah inspect --type image --format '{{.Manifest}}' "$image" | grep -o '"size":[0-9]*' | cut -d: -f2 |
            awk '{sum += $1} END {print sum}') ;;
        *) size=$("$builder" image inspect --format '{{.Size}}' "$image") ;;
    esac
    printf '%-55s %4d MB\n' "$image" "$((size / 1000000))"
    rm -rf "$context"
}
