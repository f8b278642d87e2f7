/* Optimizers for tests: their options from text. */
#ifndef NORMLAB_TESTS_OPTIMIZERS_H
#define NORMLAB_TESTS_OPTIMIZERS_H

#include "support.h"
#include "train/keys.h"
#include "train/parameters.h"

/* Returns the options of the optimizer in a trial's configuration. */
static inline struct optimizer_options optimizer_options(const char *config)
{
    struct config c = {0};
    struct trial_options o;
    struct text why = {0};

    assert_int_equal(config_parse(&c, config), 0);
    if (trial_options_parse(&o, &c, &why))
        fail_msg("%s", text_str(&why));
    config_clear(&c);
    return o.optimizer;
}

#endif
