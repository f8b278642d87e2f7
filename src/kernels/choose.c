/* Chooses the table of kernels for this CPU. */
#include "base/error.h"
#include "base/text.h"
#include "kernels/kernels.h"
#include <stdlib.h>
#include <string.h>

#ifdef NORMLAB_VECTOR
extern const struct kernels kernels_avx2, kernels_avx512;
#endif

const struct kernels *const kernels_all[] = {
#ifdef NORMLAB_VECTOR
    &kernels_avx512,
    &kernels_avx2,
#endif
    &kernels_plain,
    NULL,
};

bool kernels_runnable(const struct kernels *k)
{
#ifdef NORMLAB_VECTOR
    if (k == &kernels_avx512)
        return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
               __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl");
    if (k == &kernels_avx2)
        return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
#endif
    return k == &kernels_plain;
}

/* Returns the table with the widest vectors among those that this CPU can run and that have this name; name NULL: any
 * name. Returns NULL when there is none. */
static const struct kernels *find_table(const char *name)
{
    for (int i = 0; kernels_all[i]; i++)
        if ((!name || strcmp(kernels_all[i]->name, name) == 0) && kernels_runnable(kernels_all[i]))
            return kernels_all[i];
    return NULL;
}

const struct kernels *kernels_choose(void)
{
    const struct kernels *k = find_table(getenv("NORMLAB_ISA"));

    return k ? k : find_table(NULL);
}

int kernels_check(void)
{
    const char *name = getenv("NORMLAB_ISA");
    struct text names = {0};
    int r;

    if (!name || !*name || find_table(name))
        return 0;
    for (int i = 0; kernels_all[i]; i++)
        if (kernels_runnable(kernels_all[i]))
            text_add_item(&names, ", ", "%s", kernels_all[i]->name);
    r = error("NORMLAB_ISA=%s: this program has no such kernels, or this CPU does not run them; "
              "unset it, or take one of %s",
              name, text_str(&names));
    text_clear(&names);
    return r;
}
