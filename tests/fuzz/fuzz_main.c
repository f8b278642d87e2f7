/* The entry of libFuzzer. FUZZ_TARGET=NAME in the environment chooses the target. */
#include "fuzz.h"
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const struct fuzz_target *target;

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    const char *name = getenv("FUZZ_TARGET");

    (void)argc, (void)argv;
    if (!name) { /* scripts/fuzz.sh asks for the names */
        for (int i = 0; fuzz_targets[i]; i++)
            printf("%s %zu\n", fuzz_targets[i]->name, fuzz_targets[i]->most);
        exit(0);
    }
    target = fuzz_find(name);
    if (!target) {
        fprintf(stderr, "fuzz: no target is called '%s'\n", name);
        exit(2);
    }
    return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size <= target->most)
        fuzz_run(target, data, size);
    return 0;
}
