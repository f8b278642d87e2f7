/* The networks and numbers of the source notes, held to what the notes say. */
#include "base/arena.h"
#include "experiments/experiment.h"
#include "nets.h"
#include "support.h"
#include "sweep/sweep.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- numbers ---- */

enum { EPOCHS = 6 };

/* Note N0, as printed: accuracies and losses of epochs 1 to 6. */
static const double after_train[EPOCHS] = {.8011, .8632, .8784, .8887, .8981, .9010},
                    after_val[EPOCHS] = {.8522, .8764, .8714, .8801, .8841, .8825},
                    after_loss[EPOCHS] = {.4253, .3703, .3602, .3444, .3428, .3394},
                    before_train[EPOCHS] = {.8073, .8689, .8826, .8926, .8976, .9016},
                    before_val[EPOCHS] = {.8613, .8735, .8787, .8811, .8828, .8853},
                    before_loss[EPOCHS] = {.3913, .3513, .3392, .3294, .3279, .3542};

/* The values are the printed ones, or what accuracies leave to 100 %. */
static void assert_printed(const struct printed *p, const double *want, bool accuracy)
{
    for (int i = 0; i < EPOCHS; i++) {
        double value = accuracy ? 100 * (1 - want[i]) : want[i];

        if (p[i].epoch != i + 1 || fabs(p[i].value - value) > 1e-9)
            fail_msg("epoch %g has %g, the note %g of epoch %d", p[i].epoch, p[i].value, value,
                     i + 1);
    }
    assert_true(p[EPOCHS].epoch == 0);
}

static const struct printed *printed_claim(const char *place, enum metric metric)
{
    for (const struct claim *c = test_experiment("placement")->claims; c->id; c++)
        if (strcmp(c->id, "notebook") == 0 && strstr(c->a, place) && c->of.metric == metric)
            return c->printed;
    fail_msg("no claim about what N0 prints of %s", place);
    return NULL;
}

static const struct printed *printed_figure(const char *name, const char *place)
{
    for (const struct figure_request *q = test_experiment("placement")->figures; q->name; q++)
        for (int i = 0; strcmp(q->name, name) == 0 && q->printed[i].cell; i++)
            if (strstr(q->printed[i].cell, place))
                return q->printed[i].printed;
    fail_msg("figure %s has nothing printed of %s", name, place);
    return NULL;
}

static void test_numbers_of_n0(void **state)
{
    (void)state;
    assert_printed(printed_claim("input-after", METRIC_train_error), after_train, true);
    assert_printed(printed_claim("input-before", METRIC_train_error), before_train, true);
    assert_printed(printed_claim("input-after", METRIC_test_error), after_val, true);
    assert_printed(printed_claim("input-before", METRIC_test_error), before_val, true);
    assert_printed(printed_figure("notebook", "input-after"), after_val, true);
    assert_printed(printed_figure("notebook", "input-before"), before_val, true);
    assert_printed(printed_figure("notebook_loss", "input-after"), after_loss, false);
    assert_printed(printed_figure("notebook_loss", "input-before"), before_loss, false);
}

/* ---- networks ---- */

/* Of the trials of a cell, in every preset: the net's layers, and how many numbers are trained, which
 * tells whether its dense layers have biases. */
static void assert_network(const char *experiment, const char *text, const char *layers,
                           size_t trainable)
{
    struct config cell = {0};
    int found = 0;

    assert_int_equal(config_parse(&cell, text), 0);
    for (int preset = 0; preset < PRESETS; preset++) {
        struct sweep s;

        assert_int_equal(experiment_expand(&s, test_experiment(experiment), preset, NULL, 0, "0"),
                         0);
        for (int t = 0; t < s.trials; t++) {
            struct record record = {.config = s.trial[t].config};
            struct net_request q = {config_get(&record.config, "net"),
                                    &record.config,
                                    shape_image(28, 28, 1),
                                    10,
                                    0,
                                    4,
                                    4,
                                    false};
            struct text plain = {0}, why = {0};
            struct net n;

            if (!record_in_cell(&record, &cell))
                continue;
            assert_int_equal(net_expand(&q, NULL, &plain, &why), 0);
            assert_string_equal(text_str(&plain), layers);
            if (net_build(&n, &q, NULL, &why))
                fail_msg("%s: %s", layers, text_str(&why));
            assert_int_equal(n.trainable, trainable);
            net_release(&n);
            text_clear(&plain);
            found++;
        }
        sweep_clear(&s);
    }
    if (found == 0)
        fail_msg("%s has no trial in %s", experiment, text);
    config_clear(&cell);
}

/* What dense layers of these widths have, with biases. */
#define DENSE(from, to) ((from) * (to) + (to))

/* N0: BatchNormalization on the flattened input and, after or before relu, on 300 and 100. Keras counts 268,978
 * trainable numbers of the first; before the norm a bias is redundant, and there is none here. */
static void test_networks_of_n0(void **state)
{
#define N "batchnorm compat=keras; "
    (void)state;
    assert_network("placement", "panel=notebook placement=input-after",
                   "flatten; " N "dense 300; relu; " N "dense 100; relu; " N "dense 10", 268978);
    assert_network("placement", "panel=notebook placement=input-before",
                   "flatten; " N "dense 300; " N "relu; dense 100; " N "relu; dense 10",
                   268978 - 300 - 100);
}

/* N1: Dense with its activation and bias, then BatchNormalization. */
static void test_networks_of_n1(void **state)
{
    const size_t dense = DENSE(784, 256) + DENSE(256, 128) + DENSE(128, 64) + DENSE(64, 10);

    (void)state;
    assert_network("convergence", "panel=n1 norm=none",
                   "flatten; dense 256; relu; none; dense 128; relu; none; dense 64; relu; none; "
                   "dense 10",
                   dense);
    assert_network("convergence", "panel=n1 norm=\"batchnorm compat=keras\"",
                   "flatten; dense 256; relu; " N "dense 128; relu; " N "dense 64; relu; " N
                   "dense 10",
                   dense + 2 * (256 + 128 + 64));
}

/* N1's example of dropout: Dense with relu and bias, BatchNormalization, Dropout. */
static void test_dropout_of_n1(void **state)
{
    const size_t dense = DENSE(784, 256) + DENSE(256, 256) + DENSE(256, 10);

    (void)state;
    assert_network(
        "dropout", "norm=none dropout=0.3",
        "flatten; dense 256; relu; none; dropout 0.3; dense 256; relu; none; dropout 0.3; "
        "dense 10",
        dense);
    assert_network("dropout", "norm=batchnorm dropout=0.3",
                   "flatten; dense 256; relu; batchnorm; dropout 0.3; dense 256; relu; batchnorm; "
                   "dropout 0.3; dense 10",
                   dense + 2 * (256 + 256));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numbers_of_n0),
        cmocka_unit_test(test_networks_of_n0),
        cmocka_unit_test(test_networks_of_n1),
        cmocka_unit_test(test_dropout_of_n1),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
