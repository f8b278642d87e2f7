/* What the tests of profiles share: profiles of the probe moments with random values. */
#ifndef NORMLAB_TESTS_PROFILES_H
#define NORMLAB_TESTS_PROFILES_H

#include "results.h"
#include "train/profile.h"

/* Gives the result `points` points, at the steps 0, 10, 20, ...; an epoch has 40 steps. */
static inline void add_points(struct trial_result *r, int points)
{
    struct profiles *p = &r->profiles;

    p->points = points;
    p->step = xcalloc((size_t)points, sizeof *p->step);
    p->epoch = xcalloc((size_t)points, sizeof *p->epoch);
    for (int i = 0; i < points; i++) {
        p->step[i] = 10 * i;
        p->epoch[i] = i / 4.0;
    }
}

/* Adds a profile without values. layers: the names of its layers, as "a b c". */
static inline struct profile *add_profile(struct trial_result *r, const char *probe,
                                          const char *layers)
{
    struct list layer = {0};
    struct profile *p;

    list_split(&layer, layers, " ");
    p = profiles_add(&r->profiles, probe, &layer);
    list_clear(&layer);
    return p;
}

/* Fills a profile with random values drawn by the seed, rounded to float as those of trials are. */
static inline void fill_profile(struct profile *p, int points, uint64_t seed)
{
    struct rng rng = rng_stream(seed, "profile");

    for (int i = 0; i < points * p->layer.count * p->columns; i++)
        p->value[i] = (float)(rng_uniform(&rng) * exp(10 * rng_uniform(&rng) - 5));
}

static inline void assert_profiles(const struct trial_result *got, const struct trial_result *want)
{
    const struct profiles *g = &got->profiles, *w = &want->profiles;

    assert_int_equal(g->points, w->points);
    for (int i = 0; i < w->points; i++)
        assert_true(g->step[i] == w->step[i] && g->epoch[i] == w->epoch[i]);
    assert_int_equal(g->count, w->count);
    for (int i = 0; i < w->count; i++) {
        const struct profile *a = &g->item[i], *b = &w->item[i];

        assert_string_equal(profile_name(a), profile_name(b));
        assert_int_equal(a->layer.count, b->layer.count);
        for (int k = 0; k < b->layer.count; k++)
            assert_string_equal(a->layer.item[k], b->layer.item[k]);
        for (int k = 0; k < w->points * b->layer.count * b->columns; k++)
            assert_true(same(a->value[k], b->value[k]));
    }
}

#endif
