/* A trial's key, and the configuration that it is made from. */
#include "base/sha256.h"
#include "lab/store.h"
#include <stdio.h>

void store_key(const char *experiment, int version, const struct config *complete,
               char key[TRIAL_KEY])
{
    struct text t = {0};
    char hex[65];

    text_add(&t, "%s/%d\n", experiment, version);
    config_print(complete, &t);
    sha256_hex(t.s, t.length, hex);
    snprintf(key, TRIAL_KEY, "%.16s", hex);
    text_clear(&t);
}

int store_canonical(const char *experiment, int version, const struct config *recorded,
                    struct config *canonical, char key[TRIAL_KEY], struct text *why)
{
    if (trial_complete(recorded, canonical, why)) {
        config_clear(canonical);
        return -1;
    }
    store_key(experiment, version, canonical, key);
    return 0;
}
