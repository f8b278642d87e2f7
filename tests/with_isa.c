/* with_isa ISA COMMAND...: runs the command with NORMLAB_ISA=ISA. Exit code 77, skipped, where this CPU does not run these
 * kernels. */
#include "kernels/kernels.h"
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

int main(int argc, char **argv)
{
    if (argc < 3) {
        fputs("with_isa: give an instruction set and a command\n", stderr);
        return 2;
    }
    setenv("NORMLAB_ISA", argv[1], 1);
    if (kernels_check()) {
        printf("skipped: this CPU does not run the kernels %s\n", argv[1]);
        return 77;
    }
    execv(argv[2], argv + 2);
    perror(argv[2]);
    return 1;
}
