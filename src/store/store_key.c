/* A trial's key, and the configuration that it is made from. */
#include "base/sha256.h"
#include "store/store_internal.h"
#include <stdio.h>
#include <string.h>

void store_key(const char *experiment, int version, const struct config *complete,
               char key[TRIAL_KEY])
{
    struct config hashed = {0};
    struct text t = {0};
    char hex[65];

    for (int i = 0; i < complete->count; i++)
        config_set(&hashed, trial_key_hashed(complete->item[i].key), complete->item[i].value);
    text_add(&t, "%s/%d\n", experiment, version);
    config_print(&hashed, &t);
    sha256_hex(t.s, t.length, hex);
    snprintf(key, TRIAL_KEY, "%.16s", hex);
    config_clear(&hashed);
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

void store_canonize(struct record *r, const char *experiment, int version)
{
    struct config canonical = {0};
    struct text why = {0};
    char key[TRIAL_KEY];

    if (store_canonical(experiment, version, &r->config, &canonical, key, &why) == 0) {
        config_clear(&r->config);
        r->config = canonical;
        if (*r->key)
            memcpy(r->key, key, sizeof key);
    }
    text_clear(&why);
}
