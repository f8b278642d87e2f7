/* What a sweep's trials were, in words. */
#include "store/description.h"
#include "support.h"
#include "trials.h"

static const char *words_of(const struct description *d, const char *name, int which)
{
    for (int i = 0; i < d->lines; i++)
        if (strcmp(d->line[i].name, name) == 0 && which-- == 0)
            return d->line[i].words;
    return NULL;
}

#define COMMON "data=synthetic train_count=100 test_count=all input=standard epochs=5 batch=32 "
#define SGD    "optimizer=sgd momentum=0.9 nesterov=0 adam_form=torch "
#define ADAM   "optimizer=adam momentum=0.9 nesterov=0 adam_form=keras "

/* Panels of which the same is true are told once; what varies as an axis has a line of its own, and is not
 * told of every panel. */
static void test_words_by_panel(void **state)
{
    char *axes[] = {"panel", "net", "norm", "lr"};
    struct results r = {.axis = axes, .axes = 4};
    struct description d;

    (void)state;
    for (int seed = 0; seed < 3; seed++) {
        char *number = format_new("%d", seed);

        config_set(
            &add_trial(&r, seed, COMMON SGD "panel=a net=x norm=none lr=0.1 schedule=cosine", 1)
                 ->config,
            "seed", number);
        config_set(
            &add_trial(&r, seed, COMMON SGD "panel=b net=y norm=none lr=0.1 schedule=cosine", 1)
                 ->config,
            "seed", number);
        config_set(&add_trial(&r, seed,
                              COMMON ADAM "panel=c net=x norm=\"g 8\" lr=0.2 schedule=constant", 1)
                        ->config,
                   "seed", number);
        free(number);
    }
    r.record[0].result.status = TRIAL_DIVERGED;
    description_init(&d, &r);
    assert_string_equal(
        words_of(&d, "trials", 0),
        "9: 8 trained to their end, 1 diverged, 0 refused at set-up; 3 seeds, 0 to 2");
    assert_string_equal(words_of(&d, "varied: norm", 0), "none, g 8");
    assert_string_equal(words_of(&d, "varied: lr", 0), "0.1, 0.2");
    assert_null(words_of(&d, "varied: panel", 0));
    assert_string_equal(words_of(&d, "network", 0), "a, c: x");
    assert_string_equal(words_of(&d, "network", 1), "b: y");
    assert_string_equal(words_of(&d, "data", 0),
                        "synthetic, 100 training samples, all test samples");
    assert_null(words_of(&d, "data", 1));
    assert_string_equal(words_of(&d, "training", 0),
                        "a, b: 5 epochs, batches of 32, sgd, momentum 0.9, cosine schedule");
    assert_string_equal(words_of(&d, "training", 1),
                        "c: 5 epochs, batches of 32, adam, Adam as in keras, constant schedule");
    assert_null(words_of(&d, "training", 2));
    description_clear(&d);
    free_trials(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_words_by_panel)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
