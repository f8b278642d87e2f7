/* Completes the configurations of many records. Most of these differ only in the seed. */
#include "base/arena.h"
#include "base/text.h"
#include "store/store_internal.h"
#include <stdlib.h>
#include <string.h>

char *store_label(const struct config *c)
{
    struct text t = {0};

    for (int i = 0; i < c->count; i++) {
        text_adds(&t, c->item[i].key);
        text_addn(&t, "\n", 1);
        if (strcmp(c->item[i].key, "seed"))
            text_adds(&t, c->item[i].value);
        text_addn(&t, "\n", 1);
    }
    return t.s ? t.s : xstrdup("");
}

/* True when the seed is written as trial_complete() writes it. */
static bool is_canonical_seed(const char *seed)
{
    return seed && *seed >= '0' && *seed <= '9' && !seed[strspn(seed, "0123456789")] &&
           (*seed != '0' || !seed[1]) && strlen(seed) < 10;
}

/* Returns a pointer to what follows "seed=" in the text, if exactly one word begins with it; else NULL. There may be several,
 * because a value in quotes, such as the text of a net, may contain such a word, too. */
static const char *only_seed(const char *text)
{
    const char *found = NULL;

    for (const char *at = strstr(text, "seed="); at; at = strstr(at + 1, "seed=")) {
        if (at > text && at[-1] != ' ')
            continue; /* the end of another key, as data_seed */
        if (found)
            return NULL;
        found = at + strlen("seed=");
    }
    return found;
}

char *canon_label(const char *text, char seed[CANON_SEED])
{
    const char *value = only_seed(text);
    size_t n = value ? strcspn(value, " ") : CANON_SEED;
    struct text label = {0};

    if (n >= CANON_SEED)
        return NULL;
    memcpy(seed, value, n);
    seed[n] = '\0';
    if (!is_canonical_seed(seed))
        return NULL;
    text_addn(&label, text, (size_t)(value - text));
    text_adds(&label, value + n);
    return label.s;
}

/* Computes the record's key anew from its configuration, if it has a key. */
static void renew_key(struct record *r, const char *experiment, int version)
{
    if (*r->key)
        store_key(experiment, version, &r->config, r->key);
}

bool canon_take(const struct canon *known, const char *label, const char *seed, struct record *r,
                const char *experiment, int version)
{
    int at = map_get(&known->index, label);
    struct config same = {0};

    if (at < 0)
        return false;
    config_merge(&same, &known->complete[at]);
    config_set(&same, "seed", seed); /* before config_clear(): `seed` may point into r->config */
    config_clear(&r->config);
    r->config = same;
    renew_key(r, experiment, version);
    return true;
}

void canon_add(struct canon *known, const char *label, const struct config *complete)
{
    list_add(&known->labels, label);
    map_set(&known->index, known->labels.item[known->labels.count - 1], known->count);
    array_add(known->complete, known->count) = (struct config){0};
    config_merge(&known->complete[known->count - 1], complete);
}

/* Completes the record's configuration. Returns false, and changes nothing, when trial_complete() refuses it. */
static bool complete(struct record *r)
{
    struct config stored = {0}, canonical = {0};
    struct text why = {0};
    bool good;

    config_merge(&stored, &r->config);
    trial_add_former_defaults(&stored);
    good = trial_complete(&stored, &canonical, &why) == 0;
    config_clear(&stored);

    if (good) {
        config_clear(&r->config);
        r->config = canonical;
    } else {
        config_clear(&canonical);
    }
    text_clear(&why);
    return good;
}

bool store_canonize(struct canon *known, struct record *r, const char *experiment, int version)
{
    const char *seed = config_get(&r->config, "seed");
    char *label = is_canonical_seed(seed) ? store_label(&r->config) : NULL;
    bool good = true;

    if (!label || !canon_take(known, label, seed, r, experiment, version)) {
        good = complete(r);
        if (good && label)
            canon_add(known, label, &r->config);
        if (good)
            renew_key(r, experiment, version);
    }
    free(label);
    return good;
}

void canon_clear(struct canon *known)
{
    for (int i = 0; i < known->count; i++)
        config_clear(&known->complete[i]);
    free(known->complete);
    map_clear(&known->index);
    list_clear(&known->labels);
    memset(known, 0, sizeof *known);
}
