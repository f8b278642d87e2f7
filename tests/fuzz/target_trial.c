/* The configuration of a trial. A complete one is canonical: completing it again changes nothing, nor does its key. */
#include "fuzz.h"
#include "store/store.h"
#include "train/keys.h"
#include <string.h>

static void check_canonical(const struct config *c)
{
    struct config again = {0}, values = {0};
    struct text printed = {0}, why = {0};
    char key[TRIAL_KEY], same[TRIAL_KEY];

    config_print(c, &printed);
    FUZZ_CHECK(config_parse(&again, text_str(&printed)) == 0);
    store_key("fuzz", 1, c, key);
    store_key("fuzz", 1, &again, same);
    FUZZ_CHECK(strcmp(key, same) == 0);
    config_clear(&again);
    FUZZ_CHECK(trial_complete(c, &again, &why) == 0);
    store_key("fuzz", 1, &again, same);
    FUZZ_CHECK(again.count == c->count && strcmp(key, same) == 0);
    /* Values by themselves: not always those of a trial, in which a value may depend on another. */
    config_clear(&again);
    config_merge(&values, c);
    trial_canonical_values(&values);
    config_merge(&again, &values);
    trial_canonical_values(&again);
    store_key("fuzz", 1, &values, key);
    store_key("fuzz", 1, &again, same);
    FUZZ_CHECK(strcmp(key, same) == 0);
    config_clear(&again);
    config_clear(&values);
    text_clear(&printed);
    text_clear(&why);
}

static void run(const char *data, size_t size)
{
    struct config given = {0}, trial = {0}, complete = {0};
    struct execution how;
    struct text why = {0};

    (void)size;
    if (fuzz_answer(config_parse(&given, data))) {
        int r = execution_split(&given, &trial, &how, &why);

        if (r == 0)
            r = trial_complete(&trial, &complete, &why);
        FUZZ_CHECK(!fuzz_printed().lines && (r == 0) == (why.length == 0));
        if (r == 0)
            check_canonical(&complete);
    }
    config_clear(&given);
    config_clear(&trial);
    config_clear(&complete);
    text_clear(&why);
}

const struct fuzz_target fuzz_trial = {.name = "trial", .most = 1024, .run = run};
