#!/bin/sh
# with_isa.sh ISA COMMAND...: runs it with NORMLAB_ISA=ISA; exit code 77, skipped, where this CPU has no
# such kernels, which normlab tells by its code for bad usage.
export NORMLAB_ISA="$1"
shift
"$NORMLAB" --version >/dev/null 2>&1
if [ $? -eq 2 ]; then
    echo "skipped: this CPU does not run the kernels $NORMLAB_ISA"
    exit 77
fi
exec "$@"
