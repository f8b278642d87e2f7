/* Trials in which the test decides when the probes measure. */
#ifndef NORMLAB_TESTS_PROBED_H
#define NORMLAB_TESTS_PROBED_H

#include "support.h"

#include "train/session.h"

struct probed {
    struct trial_result result;
    struct trial *trial;
    struct probes *probes;
};

/* Sets the trial up; no step has been taken. */
static inline void probed_start(struct probed *p, const char *config)
{
    struct config c = {0};

    *p = (struct probed){0};
    assert_int_equal(config_parse(&c, config), 0);
    p->trial = trial_open(&c, &p->result);
    assert_non_null(p->trial);
    assert_int_equal(probes_open(&p->probes, p->trial), 0);
    config_clear(&c);
}

/* Runs the measurements of all probes as at point number `point`; those of the earlier points must have been run. */
static inline void probed_measure(struct probed *p, int point)
{
    p->trial->step = (long)p->result.profiles.step[point];
    probes_measure(p->probes);
}

static inline double probed_value(struct probed *p, const char *probe, const char *column,
                                  int point, int layer)
{
    const struct profile *profile = profiles_find(&p->result.profiles, probe);
    int number;

    assert_non_null(profile);
    number = profile_column(profile, column);
    if (number < 0)
        fail_msg("%s has no column %s", probe, column);
    return *profile_at(profile, point, layer, number);
}

static inline int probed_layers(struct probed *p, const char *probe)
{
    return profiles_find(&p->result.profiles, probe)->layer.count;
}

static inline void probed_stop(struct probed *p)
{
    probes_close(p->probes);
    trial_close(p->trial);
    trial_result_clear(&p->result);
}

#endif
