/*
 * Settling claims along an axis: which values are added, that verdicts on them are wrong as rarely as the interval says, that no
 * other claim sees them, and what the command writes before it trains. With a number as argument, so many claims are
 * simulated, and the shares are printed.
 */
#include "base/number.h"
#include "base/rng.h"
#include "base/system/file.h"
#include "json.h"
#include "judge/settle/settle.h"
#include "trials.h"

static int simulated = 4; /* each takes 7,000 trials; docs/tuning.md has the result for 60 */

#define A "norm=batchnorm"
#define B "norm=none"

static const struct claim higher = {
    .id = "higher",
    .text = "the largest rate is higher",
    .source = "nobody",
    .a = A,
    .b = B,
    .of = {.metric = METRIC_test_error, .how = MEASURE_USABLE_MOST, .along = "lr", .tolerance = 5},
    .kind = CLAIM_MORE,
    .ratio = true,
    .margin = 9};

/* Adds the trials of a seed at these rates: the error is 10 % from `best` to the threshold, 12 % below, and 90 % above. */
static void add_seed(struct results *r, int seed, const char *cell, const struct list *rates,
                     double best, double threshold)
{
    for (int i = 0; i < rates->count; i++) {
        double x = number_parse(rates->item[i], NULL);
        char *config = format_new("%s lr=%s", cell, rates->item[i]);

        add_trial(r, seed, config, x > threshold ? 90 : x < best ? 12 : 10);
        free(config);
    }
}

static struct list rates_of(const char *text)
{
    struct list l = {0};

    list_split(&l, text, ",");
    return l;
}

#define PRESET "0.0001,0.001,0.01,0.1,1,10"

/* Fails unless the values from `low` to `high`, both among them, are `parts` equal ratios apart, up to the rounding of three
 * digits. */
static void assert_divided(const struct list *values, double low, double high, int parts)
{
    int n = 0;

    for (int i = 0; i < values->count; i++) {
        double x = number_parse(values->item[i], NULL);

        if (x < low || x > high)
            continue;
        assert_true(fabs(x / (low * pow(high / low, (double)n / parts)) - 1) < 0.006);
        n++;
    }
    assert_int_equal(n, parts + 1);
}

/* What settle_axis() plans when the thresholds of five seeds are these. */
static const char *plan(const double a[5], const double b[5], struct settle_axis *axis,
                        struct settle_question *q, int *seeds)
{
    struct list preset = rates_of(PRESET);
    struct results r = {0};
    const char *why;

    for (int i = 0; i < 5; i++) {
        add_seed(&r, i, A, &preset, 0.05, a[i]);
        add_seed(&r, i, B, &preset, 0.005, b[i]);
    }
    why = settle_axis(axis, &higher, &r, 6, q, seeds);
    free_trials(&r);
    list_clear(&preset);
    return why;
}

/* New values lie between the last usable and the first unusable value of the seeds, at equal ratios. The preset's values that the
 * measure needs stay: the best ones with the one below, and the one above. */
static void test_between(void **state)
{
    static const double a[] = {2, 3, 2, 4, 2}, b[] = {0.02, 0.03, 0.02, 0.02, 0.02};
    struct settle_axis axis;
    struct settle_question q;
    int seeds, parts;

    (void)state;
    assert_null(plan(a, b, &axis, &q, &seeds));
    assert_string_equal(axis.key, "lr");
    parts = axis.values[PAIRED_A].count - 4;
    assert_in_range(parts, 2, SETTLE_ADDED + 1);
    assert_in_range(seeds, 6, SETTLE_MOST);
    assert_string_equal(axis.values[PAIRED_A].item[0], "0.01"); /* the best ones begin at 0.1 */
    assert_string_equal(axis.values[PAIRED_A].item[1], "0.1");
    assert_divided(&axis.values[PAIRED_A], 1, 10, parts);
    assert_string_equal(axis.values[PAIRED_A].item[axis.values[PAIRED_A].count - 1], "100");
    assert_string_equal(axis.values[PAIRED_B].item[0], "0.001"); /* the best ones begin at 0.01 */
    assert_divided(&axis.values[PAIRED_B], 0.01, 0.1, parts);
    assert_string_equal(axis.values[PAIRED_B].item[axis.values[PAIRED_B].count - 1], "1");
    assert_int_equal(axis.values[PAIRED_B].count, parts + 3);
    CLOSE(q.step, 2 * log(10) / parts);
    CLOSE(q.spread[PAIRED_A], log(10));
    settle_axis_clear(&axis);
}

/* Beyond an end of the axis follow three of its own steps, and no value is larger than the key takes: 1e6. */
static void test_beyond(void **state)
{
    static const double a[] = {20, 0.2, 20, 2, 20}, b[] = {0.02, 0.02, 0.02, 0.02, 0.02},
                        c[] = {1, 1, 1, 1, 1e7};
    struct settle_axis axis;
    struct settle_question q;
    int seeds;
    const char *why = plan(a, b, &axis, &q, &seeds);
    const struct list *values = &axis.values[PAIRED_A];

    (void)state;
    assert_null(why);
    assert_string_equal(values->item[0], "0.01");
    assert_true(list_has(values, "0.1") && list_has(values, "1") && list_has(values, "10"));
    assert_string_equal(values->item[values->count - 1], "10000");
    settle_axis_clear(&axis);
    assert_null(plan(c, b, &axis, &q, &seeds));
    assert_string_equal(axis.values[PAIRED_A].item[axis.values[PAIRED_A].count - 1], "10000");
    settle_axis_clear(&axis);
}

/* ---- simulation ---- */

struct outcome {
    int settled, decided, wrong, trials;
};

static enum verdict judge_seeds(struct rng *r, const double mean[2], const struct list rates[2],
                                int first, int n, struct results *kept)
{
    struct results all = {0};
    struct judgement j;
    enum verdict verdict;

    for (int i = 0; i < n; i++)
        for (int k = 0; k < 2; k++)
            add_seed(&all, first + i, k ? B : A, &rates[k], exp(mean[k] - 3),
                     exp(mean[k] + 0.15 * rng_normal(r)));
    j = claim_judge(&higher, &all);
    verdict = j.verdict;
    judgement_clear(&j);
    if (kept)
        *kept = all;
    else
        free_trials(&all);
    return verdict;
}

/* Simulates claims whose true ratio is 9 times exp(off), off from -spread to spread. The thresholds lie anywhere between the
 * preset's rates. */
static struct outcome simulate(double spread)
{
    struct outcome o = {0};
    struct rng r = rng_stream(3, "claims along an axis");
    struct list preset[2] = {rates_of(PRESET), rates_of(PRESET)};

    for (int i = 0; i < simulated; i++) {
        double off = spread * (2 * rng_uniform(&r) - 1);
        double low = log(0.01) + log(10) * rng_uniform(&r), mean[2] = {low + log(9) + off, low};
        struct results exploratory;
        struct settle_axis axis;
        struct settle_question q;
        enum verdict v = judge_seeds(&r, mean, preset, 0, 5, &exploratory);
        int seeds;

        if (v == OPEN && !settle_axis(&axis, &higher, &exploratory, 6, &q, &seeds)) {
            v = judge_seeds(&r, mean, axis.values, 100, seeds, NULL);
            o.settled++;
            o.decided += v != OPEN;
            o.wrong +=
                spread == 0 ? v == SUPPORTED || v == REFUTED : v == (off > 0 ? REFUTED : SUPPORTED);
            o.trials += seeds * (axis.values[0].count + axis.values[1].count);
            settle_axis_clear(&axis);
        }
        free_trials(&exploratory);
    }
    list_clear(&preset[0]);
    list_clear(&preset[1]);
    print_message(
        "off by %g: of %d claims %d are settled with %d trials each, %d decided, %d wrongly\n",
        spread, simulated, o.settled, o.trials / (o.settled ? o.settled : 1), o.decided, o.wrong);
    return o;
}

/* With the true ratio at the margin, at most 5 % of the settled claims are supported or refuted: three standard errors more for chance. */
static void test_errors(void **state)
{
    struct outcome o = simulate(0);

    (void)state;
    assert_true(o.settled > simulated / 2);
    assert_true(o.decided >= 0.7 * o.settled);
    /* If the plan did not count "about the margin" as an answer, a claim would take some 8,000 trials. */
    assert_true(o.trials < 3000 * o.settled);
    assert_true(o.wrong <= 0.05 * o.settled + 3 * sqrt(0.05 * 0.95 * o.settled));
}

/* With true ratios up to e^3 times off, most claims that the steps leave open are decided, and hardly any wrongly. */
static void test_power(void **state)
{
    struct outcome o = simulate(3);

    (void)state;
    assert_true(o.settled > simulated / 4);
    assert_true(o.decided >= 0.7 * o.settled);
    assert_true(o.wrong <= 0.05 * o.settled);
}

/* ---- the registry ---- */

static int kept(const struct registry *r, const char *id, const struct results *all, int *fresh)
{
    static const struct cells cells = {{A, B}};
    struct results some = *all;

    some.record = xcalloc((size_t)all->records + 1, sizeof *some.record);
    memcpy(some.record, all->record, (size_t)all->records * sizeof *some.record);
    *fresh = registry_keep(r, id, &cells, &some);
    free(some.record);
    return some.records;
}

/* A claim with an axis is judged when each cell has each of its values, and on these alone. Another one does not see them. */
static void test_registry(void **state)
{
    static const char with[] =
        "# a\nclaim=0123456789abcdef first_seed=100 seeds=6 time=t commit=c\n"
        "claim=1123456789abcdef first_seed=100 seeds=6 time=t commit=c "
        "axis=lr a=0.1,0.3,1 b=0.01,0.03,0.1\n";
    char *names[] = {"norm", "lr"}, *root = test_path("registry"),
         *results = test_path("registry/results"), *file, *path;
    struct results all = {.axis = names, .axes = 2};
    struct list preset = rates_of("0.01,0.1,1"), a = rates_of("0.3"), b = rates_of("0.03");
    struct registry r;
    int fresh;

    (void)state;
    assert_int_equal(folder_make(results), 0);
    path = format_new("%s/x.settle", results);
    assert_int_equal(file_write(path, with, strlen(with)), 0);
    assert_int_equal(registry_read(&r, root, "x"), 0);
    assert_null(r.claim[0].axis); /* a line as older versions write it */
    assert_string_equal(r.claim[1].axis, "lr");
    assert_int_equal(registry_write(&r, root, "x"), 0);
    file = read_in_folder("registry/results", "x.settle");
    assert_holds(file, " commit=c axis=lr a=0.1,0.3,1 b=0.01,0.03,0.1\n");
    free(file);
    for (int seed = 0; seed < 108; seed = seed == 4 ? 100 : seed + 1) {
        add_seed(&all, seed, A, &preset, 0, 1);
        add_seed(&all, seed, B, &preset, 0, 1);
        if (seed >= 100)
            add_seed(&all, seed, A, &a, 0, 1);
        if (seed >= 100 && seed != 105)
            add_seed(&all, seed, B, &b, 0, 1);
    }
    assert_int_equal(kept(&r, r.claim[1].id, &all, &fresh), 5 * 6); /* seed 105 lacks one */
    assert_int_equal(fresh, 0);
    assert_int_equal(kept(&r, r.claim[0].id, &all, &fresh), 6 * 6);
    assert_int_equal(fresh, 6);
    add_seed(&all, 105, B, &b, 0, 1);
    assert_int_equal(kept(&r, r.claim[1].id, &all, &fresh), 6 * 6);
    assert_int_equal(fresh, 6);
    assert_int_equal(kept(&r, r.claim[0].id, &all, &fresh), 6 * 6);
    assert_int_equal(kept(&r, "another claim....", &all, &fresh), 5 * 6);
    /* values of fresh seeds that no exploratory seed has do not count either when no line has an axis */
    free(r.claim[1].axis);
    r.claim[1].axis = NULL;
    assert_int_equal(kept(&r, r.claim[1].id, &all, &fresh), 6 * 6);
    registry_clear(&r);
    free_trials(&all);
    list_clear(&preset);
    list_clear(&a);
    list_clear(&b);
    free(path);
    free(results);
    free(root);
}

/* ---- the command ---- */

#define MINE                                                                                                    \
    "name: mine\nversion: 1\nleast_seeds: 3\ntitle: t\nquestion: q\naxes: [norm, lr]\npresets:\n"               \
    "  only:\n    about: a\n    seeds: 0-2\n"                                                                   \
    "    common: {data: synthetic, net: mlp hidden=8, train_count: 64, test_count: 50, epochs: 2, batch: 16}\n" \
    "    blocks:\n      - {norm: none, lr: [0.01, 0.1, 1e6]}\n"                                                 \
    "claims:\n"                                                                                                 \
    "  - {text: open, source: s, expect: more, a: {norm: none}, value: 0.1, factor: 1.1,\n"                     \
    "     measure: {metric: test_error, how: usable_most, along: lr, tolerance: 30}}\n"                         \
    "tables:\n  - {title: Errors, rows: norm, columns: lr, measure: test_error}\n"

/* The plan is written before trials run; a stopped call goes on; the verdict rests on the fresh seeds; no table shows them. */
static void test_command(void **state)
{
    char *out, *err, *file;

    (void)state;
    assert_int_equal(run_in_folder("mine",
                                   "cat >mine.yaml <<'END'\n" MINE "END\n"
                                   "\"$NORMLAB\" run mine.yaml --no-plot -q >/dev/null",
                                   NULL, NULL),
                     0);
    assert_int_equal(
        run_in_folder("mine", "\"$NORMLAB\" settle mine.yaml --hours 1 -n --json", &out, NULL), 0);
    assert_non_null(json_value(json_blank(out)));
    assert_holds(out, "\"plan\": \"run\"");
    assert_holds(out, "\"axis\": \"lr\", \"a_values\": \"0.01,0.1,");
    free(out);
    assert_int_equal(
        run_in_folder("mine",
                      "true\n\"$NORMLAB\" settle mine.yaml --hours 1 -q -j1 &  child=$!\n"
                      "for i in $(seq 1000); do [ -e results/mine.settle ] || sleep 0.01; done\n"
                      "kill -TERM $child; wait $child; true",
                      &out, &err),
        0);
    free(out);
    free(err);
    file = read_in_folder("mine/results", "mine.settle");
    assert_holds(file, " axis=lr a=0.01,0.1,");
    free(file);
    assert_int_equal(
        run_in_folder("mine", "\"$NORMLAB\" settle mine.yaml --hours 1 -n", &out, NULL), 0);
    assert_holds(out, " goes on, ");
    assert_holds(out, " new values of lr");
    free(out);
    assert_int_equal(
        run_in_folder("mine", "\"$NORMLAB\" settle mine.yaml --hours 1e-9 -n", &out, NULL), 0);
    assert_holds(out, " beyond the budget ");
    assert_holds(out, "0 of 1 claim");
    free(out);
    /* fewer seeds and values, as tests have little time */
    assert_int_equal(
        run_in_folder("mine",
                      "sed -i 's/ seeds=[0-9]*/ seeds=6/; s/ a=.*/ a=0.01,0.1,50,1000000/' "
                      "results/mine.settle && \"$NORMLAB\" settle mine.yaml --hours 1 -q",
                      &out, &err),
        0);
    assert_holds(out, ", confirmed: open");
    assert_holds(out, "6 paired seeds");
    free(out);
    free(err);
    assert_int_equal(run_in_folder("mine", "\"$NORMLAB\" claims mine.yaml", &out, NULL), 0);
    assert_holds(out, ", confirmed: open");
    assert_holds(out, "--seeds 100-105 norm=none lr=0.01,0.1,50,1000000\n");
    free(out);
    assert_int_equal(run_in_folder("mine", "\"$NORMLAB\" table mine.yaml", &out, NULL), 0);
    assert_null(strstr(out, " 50"));
    free(out);
    assert_int_equal(run_in_folder("mine", "\"$NORMLAB\" settle mine.yaml --hours 1", &out, &err),
                     0);
    assert_holds(out, "0 of 0 claims");
    free(out);
    free(err);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest all[] = {
        cmocka_unit_test(test_between),  cmocka_unit_test(test_beyond),
        cmocka_unit_test(test_errors),   cmocka_unit_test(test_power),
        cmocka_unit_test(test_registry), cmocka_unit_test(test_command),
    };
    const struct CMUnitTest simulation[] = {cmocka_unit_test(test_errors),
                                            cmocka_unit_test(test_power)};

    if (argc < 2)
        return cmocka_run_group_tests(all, NULL, NULL);
    simulated = atoi(argv[1]);
    return cmocka_run_group_tests(simulation, NULL, NULL);
}
