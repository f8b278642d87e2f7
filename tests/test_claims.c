/* Verdicts on made-up trials. */
#include "claims.h"
#include <math.h>

static void test_verdicts(void **state)
{
    static const struct {
        enum claim_kind kind;
        double margin, d[4];
        enum verdict want;
    } cases[] = {
        {CLAIM_MORE, 1, {3, 3.1, 2.9, 3}, SUPPORTED},
        {CLAIM_MORE, 1, {0, 0.1, -0.1, 0}, REFUTED},
        {CLAIM_MORE, 1, {5, -3, 4, 1}, OPEN},
        {CLAIM_LESS, 1, {3, 3.1, 2.9, 3}, REFUTED},
        {CLAIM_LESS, 1, {0, 0.1, -0.1, 0}, SUPPORTED},
        {CLAIM_LESS, 1, {5, -3, 4, 1}, OPEN},
        {CLAIM_SAME, 1, {0, 0.1, -0.1, 0}, SUPPORTED},
        {CLAIM_SAME, 1, {-3, -3.1, -2.9, -3}, REFUTED},
        {CLAIM_SAME, 1, {1, 1.2, 0.8, 1}, ABOUT_MARGIN},
        {CLAIM_SAME, 1, {-1, -1.2, -0.8, -1}, ABOUT_MARGIN},
        {CLAIM_MORE, 1, {1, 1.2, 0.8, 1}, ABOUT_MARGIN},
        {CLAIM_LESS, 1, {1, 1.2, 0.8, 1}, ABOUT_MARGIN},
        {CLAIM_MORE, 1, {1.3, 1.5, 1.1, 1.3}, SUPPORTED},
        {CLAIM_MORE, 1, {1.3, 1.6, 1, 1.3}, OPEN}, /* from 0.9 to 1.7, which is more than 1.5 */
        {CLAIM_MORE, 0, {0, 0.2, -0.2, 0}, ABOUT_MARGIN}, /* within half a point of no margin */
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct claim c = more;
        struct results r;
        struct judgement j;

        c.kind = cases[i].kind;
        c.margin = cases[i].margin;
        make_pairs(&r, 4, cases[i].d);
        j = judged(&c, &r);
        if (j.verdict == ABOUT_MARGIN)
            assert_int_equal(j.seeds_needed, 0);
        assert_int_equal(j.verdict, cases[i].want);
        assert_int_equal(j.paired.difference.n, 4);
        c.b = "batch=64";
        assert_int_equal(judged(&c, &r).verdict, NOT_RUN);
        free_trials(&r);
    }
}

/* A diverged trial makes no difference, and is counted; a refused one supports only CLAIM_REFUSED.
 */
static void test_verdicts_of_failures(void **state)
{
    static const double d[5] = {3, 3.1, 2.9, 3.2, 2.8};
    const struct claim refused = {
        .id = "id", .text = "", .source = "", .a = "batch=2", .kind = CLAIM_REFUSED};
    struct results r;
    struct judgement j;

    (void)state;
    make_pairs(&r, 5, d);
    assert_int_equal(judged(&refused, &r).verdict, REFUTED);
    r.record[0].result.status = TRIAL_DIVERGED;
    j = judged(&more, &r);
    assert_int_equal(j.paired.unsuccessful_a, 1);
    assert_int_equal(j.paired.difference.n, 4);
    assert_int_equal(j.verdict, SUPPORTED);
    r.record[1].result.status = TRIAL_DIVERGED; /* the other of the pair: no evidence of either */
    assert_int_equal(judged(&more, &r).paired.unsuccessful_both, 1);
    assert_int_equal(judged(&more, &r).verdict, OPEN);
    r.record[0].result.status = TRIAL_DONE; /* the other alone: evidence against */
    assert_int_equal(judged(&more, &r).paired.unsuccessful_b, 1);
    assert_int_equal(judged(&more, &r).verdict, OPEN);
    r.record[1].result.status = TRIAL_DONE;
    for (int i = 0; i < 10; i += 2)
        r.record[i].result.status = TRIAL_REFUSED;
    assert_int_equal(judged(&refused, &r).verdict, SUPPORTED);
    assert_int_equal(judged(&more, &r).verdict, NOT_RUN);
    free_trials(&r);
}

/* Whether a diverged trial has more or less of some metrics, nobody can say: it counts against every statement. */
static void test_diverged_without_a_worst(void **state)
{
    static const double d[10] = {3, 3.1, 2.9, 3.2, 2.8, 3.3, 2.7, 3, 3.1, 2.9};
    struct claim c = more;
    struct results r;
    struct judgement j;
    char *text;

    (void)state;
    make_pairs(&r, 10, d);
    for (int i = 0; i < 20; i++)
        for (int p = 0; p <= r.record[i].result.points; p++)
            r.record[i].result.curve[METRIC_beta_mean][p] = i % 2 ? 10 : 10 + d[i / 2];
    c.of.metric = METRIC_beta_mean;
    for (int lost = 1; lost <= 3; lost++) {
        double low[10], high[10];

        r.record[2 * lost].result.status = TRIAL_DIVERGED;
        for (int i = 0; i < 10; i++) {
            high[i] = i > 0 && i <= lost ? -INFINITY : 9 + d[i]; /* less the margin */
            low[i] = 10;
        }
        j = judged(&c, &r);
        assert_int_equal(j.paired.difference.n, 10 - lost);
        assert_true(j.paired.difference.low > 2.5);
        assert_true(j.ranked);
        CLOSE(j.p, stats_p_rank(10, high, 10, low));
        assert_int_equal(j.verdict, j.p <= 0.05 ? SUPPORTED : OPEN);
        assert_int_equal(j.verdict, lost <= 2 ? SUPPORTED : OPEN);
        c.kind = CLAIM_SAME;
        assert_int_equal(judged(&c, &r).verdict, OPEN);
        c.kind = CLAIM_LESS;
        assert_int_equal(judged(&c, &r).verdict, lost <= 2 ? REFUTED : OPEN);
        c.kind = CLAIM_MORE;
    }
    text = words(&c, &r);
    assert_holds(
        text, "the first in 3 pairs, the second in 0, both in 0, each counted against the verdict");
    free(text);
    /* in the second cell they count against it as well */
    for (int i = 0; i < 20; i++)
        r.record[i].result.status = i == 1 || i == 3 || i == 5 ? TRIAL_DIVERGED : TRIAL_DONE;
    assert_int_equal(judged(&c, &r).verdict, OPEN);
    r.record[5].result.status = TRIAL_DONE;
    assert_int_equal(judged(&c, &r).verdict, SUPPORTED);
    /* against a number, by the signs: 8 of 10 are not enough, 9 are */
    c.b = NULL;
    c.value = 10;
    for (int i = 0; i < 20; i++)
        r.record[i].result.status = i == 0 || i == 2 ? TRIAL_DIVERGED : TRIAL_DONE;
    assert_int_equal(judged(&c, &r).verdict, OPEN);
    r.record[2].result.status = TRIAL_DONE;
    assert_int_equal(judged(&c, &r).verdict, SUPPORTED);
    free_trials(&r);
}

/* When all trials are unsuccessful, this decides; what it says depends on the measure. */
static void test_verdicts_of_losses(void **state)
{
    static const double d[5] = {3, 3.1, 2.9, 3.2, 2.8};
    struct claim c = more;
    struct results r;

    (void)state;
    make_pairs(&r, 5, d);
    for (int i = 0; i < 10; i += 2)
        r.record[i].result.status = TRIAL_DIVERGED;
    assert_int_equal(judged(&c, &r).verdict, SUPPORTED); /* a's error is larger than any */
    c.kind = CLAIM_LESS;
    assert_int_equal(judged(&c, &r).verdict, REFUTED);
    c.kind = CLAIM_SAME;
    assert_int_equal(judged(&c, &r).verdict, OPEN);
    c.kind = CLAIM_MORE;
    for (int i = 0; i < 10; i++)
        r.record[i].result.curve[METRIC_gap][1] = d[i / 2];
    c.of.metric = METRIC_gap; /* of which a loss says nothing */
    assert_int_equal(judged(&c, &r).verdict, OPEN);
    c = more;
    c.of.how = MEASURE_STEPS_TO; /* all those of b are there from the start */
    c.of.target = 50;
    assert_int_equal(judged(&c, &r).verdict, SUPPORTED);
    for (int i = 0; i < 10; i += 2)
        r.record[i].result.status = TRIAL_DONE;
    c = more;
    r.record[0].result.status = TRIAL_DIVERGED;
    c.kind = CLAIM_SAME;
    c.margin = 10;
    assert_int_equal(judged(&c, &r).verdict, OPEN);
    free_trials(&r);
}

/* Two rates for each cell and seed; a works at both or, where `a_works` is false, at none. */
static void make_ranges(struct results *r, bool a_works)
{
    memset(r, 0, sizeof *r);
    for (int i = 0; i < 5; i++) {
        add_trial(r, i, "norm=a lr=0.1", a_works ? 10 : 90);
        add_trial(r, i, "norm=a lr=1", a_works ? 11 : 90);
        add_trial(r, i, "norm=a lr=10", a_works ? 12 : 90);
        add_trial(r, i, "norm=b lr=0.1", 10);
        add_trial(r, i, "norm=b lr=1", 10);
        add_trial(r, i, "norm=b lr=10", 90);
    }
}

/* A net that works at no rate bears none; what reaches the end of the axis may be larger than it looks. */
static void test_verdicts_along_an_axis(void **state)
{
    struct claim c = largest_rate;
    struct results r;
    char *text;

    (void)state;
    make_ranges(&r, false);
    assert_int_equal(judged(&c, &r).paired.unsuccessful_a, 5);
    assert_int_equal(judged(&c, &r).verdict, REFUTED);
    free_trials(&r);
    make_ranges(&r, true);
    CLOSE(judged(&c, &r).paired.difference.mean, log(10));
    assert_true(judged(&c, &r).paired.bound_a && judged(&c, &r).paired.stepped);
    CLOSE(judged(&c, &r).paired.difference.low,
          0); /* b may bear nearly as much as 10, where it failed */
    assert_true(isinf(judged(&c, &r).paired.difference.high));
    assert_int_equal(judged(&c, &r).verdict, OPEN);
    c.margin = 0.9;
    assert_int_equal(judged(&c, &r).verdict, SUPPORTED);
    c.margin = 20; /* but a may bear more than the axis shows */
    assert_int_equal(judged(&c, &r).verdict, OPEN);
    text = words((const struct claim[]){c, {0}}, &r);
    assert_non_null(strstr(
        text,
        "; the first at the end of the axis, maybe larger; it takes a finer or longer axis: more seeds "
        "alone will not settle it\n"));
    free(text);
    c.a = "norm=b";
    c.b = "norm=a";
    c.margin = 0.01; /* and so may b */
    assert_true(judged(&c, &r).paired.bound_b);
    assert_int_equal(judged(&c, &r).verdict, OPEN);
    c.kind = CLAIM_SAME;
    c.margin = 20;
    assert_int_equal(judged(&c, &r).verdict, OPEN);
    free_trials(&r);
}

/* A cell that does not say which of two trials of a seed is meant decides nothing. */
static void test_ambiguous_cell(void **state)
{
    static const double d[3] = {3, 3.1, 2.9};
    struct results r;

    (void)state;
    make_pairs(&r, 3, d);
    r.record[4].seed = 0;
    assert_true(judged(&more, &r).paired.ambiguous);
    assert_int_equal(judged(&more, &r).verdict, OPEN);
    free_trials(&r);
}

/* Twice the steps, whatever their number: by ratio that is exactly 2. */
static void test_ratio(void **state)
{
    struct claim c = more;
    struct results r = {0};

    (void)state;
    for (int i = 0; i < 5; i++) {
        add_trial(&r, i, "batch=2", 2 * (i + 1));
        add_trial(&r, i, "batch=32", i + 1);
    }
    c.ratio = true;
    c.margin = 1.9;
    CLOSE(judged(&c, &r).paired.difference.mean, log(2));
    CLOSE(judged(&c, &r).paired.difference.high, log(2));
    assert_int_equal(judged(&c, &r).verdict, SUPPORTED);
    c.margin = 2.1;
    assert_int_equal(judged(&c, &r).verdict, REFUTED);
    c.kind = CLAIM_SAME;
    assert_int_equal(judged(&c, &r).verdict, SUPPORTED);
    c.margin = 1.9;
    assert_int_equal(judged(&c, &r).verdict, REFUTED);
    c.a = "batch=32";
    c.b = "batch=2"; /* half as many */
    assert_int_equal(judged(&c, &r).verdict, REFUTED);
    c.margin = 2.1;
    assert_int_equal(judged(&c, &r).verdict, SUPPORTED);
    free_trials(&r);
}

/* Half the margin around a ratio is half of its logarithm: from 2^(1/2) to 2^(3/2) times 2. */
static void test_ratio_about_the_margin(void **state)
{
    static const struct {
        double a[4];
        enum verdict want;
    } cases[] = {{{2, 2.1, 1.9, 2}, ABOUT_MARGIN}, {{1.5, 2.7, 1.4, 2.8}, OPEN}};

    (void)state;
    for (int k = 0; k < 2; k++) {
        struct claim c = more;
        struct results r = {0};

        c.ratio = true;
        c.margin = 2;
        for (int i = 0; i < 4; i++) {
            add_trial(&r, i, "batch=2", cases[k].a[i]);
            add_trial(&r, i, "batch=32", 1);
        }
        assert_int_equal(judged(&c, &r).verdict, cases[k].want);
        free_trials(&r);
    }
}

/* A margin of 0 points has no half: half a point takes its place, or a tenth of a small error. Other measures have no such
 * number. */
static void test_no_difference_that_matters(void **state)
{
    static const struct {
        double d[6], error;
        enum metric metric;
        enum verdict want;
    } cases[] = {{{0.2, -0.2, 0.1, -0.1, 0.05, -0.05}, 20, METRIC_test_error, ABOUT_MARGIN},
                 {{0.2, 0.3, 0.2, 0.3, 0.2, 0.3}, 20, METRIC_test_error, SUPPORTED},
                 {{0.9, -0.9, 0.8, -0.8, 0.7, -0.7}, 20, METRIC_test_error, OPEN},
                 {{0.2, -0.2, 0.1, -0.1, 0.05, -0.05}, 1.3, METRIC_test_error, OPEN},
                 {{0.2, -0.2, 0.1, -0.1, 0.05, -0.05}, 20, METRIC_test_loss, OPEN}};

    (void)state;
    for (int k = 0; k < 5; k++) {
        struct claim c = more;
        struct results r = {0};
        struct text words = {0};
        struct judgement j;

        c.margin = 0;
        c.of.metric = cases[k].metric;
        for (int i = 0; i < 6; i++) {
            add_trial(&r, i, "batch=2", cases[k].error + cases[k].d[i]);
            add_trial(&r, i, "batch=32", cases[k].error);
        }
        for (int i = 0; i < r.records; i++)
            memcpy(r.record[i].result.curve[METRIC_test_loss],
                   r.record[i].result.curve[METRIC_test_error],
                   (size_t)(r.record[i].result.points + 1) * sizeof(double));
        j = claim_judge(&c, &r);
        assert_int_equal(j.verdict, cases[k].want);
        claim_print_remedy(&c, &j, &words);
        if (j.verdict == ABOUT_MARGIN)
            assert_string_equal(
                text_str(&words),
                "the whole interval lies within 0.5 points of no difference: more seeds will "
                "hardly settle it");
        judgement_clear(&j);
        text_clear(&words);
        free_trials(&r);
    }
}

/* Seeds that do not learn, or diverge, make no errors of which a tenth would be taken. */
static void test_small_errors_of_those_that_learn(void **state)
{
    static const double d[8] = {0.4, -0.4, 0.3, -0.3, 0.2, -0.2, 0, 0};

    (void)state;
    for (int diverged = 0; diverged < 2; diverged++) {
        struct claim c = more;
        struct results r = {0};

        c.margin = 0;
        for (int i = 0; i < 8; i++) {
            add_trial(&r, i, "batch=2", i == 7 ? 90 : 1.3 + d[i]);
            add_trial(&r, i, "batch=32", i == 7 ? 90 : 1.3);
        }
        r.record[15].result.status = diverged ? TRIAL_DIVERGED : TRIAL_DONE;
        assert_int_equal(judged(&c, &r).verdict, OPEN);
        free_trials(&r);
    }
}

/* Against a number, and the effect on one cell against the effect on another. */
static void test_number_and_bases(void **state)
{
    struct claim c = more;
    struct results r = {0};

    (void)state;
    for (int i = 0; i < 3; i++) {
        add_trial(&r, i, "norm=a p=0", 10 + i);
        add_trial(&r, i, "norm=a p=1", 15 + i);
        add_trial(&r, i, "norm=b p=0", 7);
        add_trial(&r, i, "norm=b p=1", 8 + 0.01 * i);
    }
    c.a = "norm=a p=1";
    c.b = "norm=b p=1";
    c.a_base = "norm=a p=0";
    c.b_base = "norm=b p=0";
    CLOSE(judged(&c, &r).paired.difference.mean, 5 - 1.01);
    assert_int_equal(judged(&c, &r).verdict, SUPPORTED);
    for (int base = 0; base <= 2; base += 2) { /* of one pair nothing can be said */
        r.record[base].result.status = TRIAL_DIVERGED;
        assert_int_equal(judged(&c, &r).verdict, OPEN);
        assert_int_equal(judged(&c, &r).paired.difference.n, 2);
        assert_int_equal(judged(&c, &r).paired.unsuccessful_both, 1);
        r.record[base].result.status = TRIAL_DONE;
    }
    c.a = "norm=b p=1";
    c.b = c.a_base = c.b_base = NULL;
    c.kind = CLAIM_SAME;
    c.value = 8;
    c.margin = 0.1;
    CLOSE(judged(&c, &r).paired.difference.mean, 0.01);
    assert_int_equal(judged(&c, &r).verdict, SUPPORTED);
    c.value = 7.5;
    assert_int_equal(judged(&c, &r).verdict, REFUTED);
    free_trials(&r);
}

static struct claim claim_of_printed(const struct printed *numbers)
{
    struct claim c = more;

    c.a = "norm=a";
    c.b = NULL;
    c.kind = CLAIM_PRINTED;
    c.printed = numbers;
    return c;
}

/* Within the spread of five seeds, widened: at every epoch, or refuted. */
static void test_printed(void **state)
{
    static const struct printed numbers[] = {{1, 14.9}, {0, 0}},
                                later[] = {{1, 12}, {3, 5}, {0, 0}};
    struct claim c[2] = {claim_of_printed(numbers), {0}};
    struct results r = {0};
    char *text;

    (void)state;
    for (int i = 0; i < 5; i++) {
        struct trial_result *result;

        assert_int_equal(judged(c, &r).verdict, i ? OPEN : NOT_RUN);
        result = &add_trial(&r, i, "norm=a", 0)->result;
        trial_result_clear(result);
        trial_result_init(result, 4, 2); /* epoch 1 is point 2 */
        result->curve[METRIC_test_error][1] = 1000;
        result->curve[METRIC_test_error][2] = 10 + i;
    }
    assert_int_equal(judged(c, &r).verdict, SUPPORTED);
    assert_int_equal(judged(c, &r).within, 1);
    text = words(c, &r);
    assert_non_null(strstr(text, "             1       14.9         12         10         14\n"));
    assert_holds(text,
                 "1 of 1 printed values of test_error within the spread of 5 seeds widened by 1; "
                 "refuted wrongly in ");
    free(text);
    c->margin = 0.8;
    assert_int_equal(judged(c, &r).verdict, REFUTED);
    text = words(c, &r);
    assert_non_null(strstr(text, "         14   outside\n"));
    assert_holds(
        text,
        "; outside: epoch 1, where 14.9 is printed and the seeds have 10 to 14; refuted wrongly in ");
    free(text);
    c->printed = later; /* of an epoch that was not trained */
    assert_int_equal(judged(c, &r).verdict, OPEN);
    text = words(c, &r);
    assert_holds(text, "; 5 seeds that reach the printed epochs settle it\n");
    free(text);
    c->printed = numbers;
    c->margin = 1;
    r.left_out[METRIC_test_error] = true;
    assert_int_equal(judged(c, &r).verdict, NOT_RUN);
    r.left_out[METRIC_test_error] = false;
    r.record[4].seed = 0; /* a seed twice */
    assert_true(judged(c, &r).paired.ambiguous);
    assert_int_equal(judged(c, &r).verdict, OPEN);
    c->a = "norm=b";
    text = words(c, &r);
    assert_non_null(strstr(text, "not run"));
    assert_non_null(strstr(text, "needs trials of a seed in norm=b\n"));
    free(text);
    free_trials(&r);
}

/* One more of six values that come from the same law is the least or the largest twice in six times, whatever the law; a
 * second epoch with the same values changes nothing, and a margin beyond all that is likely leaves no error. */
static void test_error_rate_of_printed_values(void **state)
{
    static const struct printed one[] = {{1, 12}, {0, 0}}, two[] = {{0.5, 12}, {1, 12}, {0, 0}};
    struct claim c = claim_of_printed(one);
    struct results r = {0};

    (void)state;
    for (int i = 0; i < 5; i++) {
        struct trial_result *result = &add_trial(&r, i, "norm=a", 0)->result;

        trial_result_clear(result);
        trial_result_init(result, 4, 2); /* epoch 1 is point 2 */
        result->curve[METRIC_test_error][1] = result->curve[METRIC_test_error][2] = 10 + i;
    }
    c.margin = 0;
    assert_true(fabs(judged(&c, &r).error_rate - 1 / 3.) < 0.03);
    c.printed = two;
    assert_true(fabs(judged(&c, &r).error_rate - 1 / 3.) < 0.03);
    for (int i = 0; i < 5; i++) /* with other values the epochs have errors of their own */
        r.record[i].result.curve[METRIC_test_error][1] = i % 2 ? 10 - i : 10 + i;
    assert_true(judged(&c, &r).error_rate > 0.4);
    c.margin = 30;
    assert_true(judged(&c, &r).error_rate == 0);
    free_trials(&r);
}

/* What diverged neither widens the spread, where it has a value, nor is forgotten, where it has none. */
static void test_printed_with_losses(void **state)
{
    static const struct printed numbers[] = {{1, 50}, {0, 0}};
    struct claim c[2] = {claim_of_printed(numbers), {0}};
    struct results r = {0};
    char *text;

    (void)state;
    for (int i = 0; i < 6; i++)
        add_trial(&r, i, "norm=a", i < 5 ? 10 + i : 90);
    assert_int_equal(judged(c, &r).verdict, SUPPORTED);
    r.record[5].result.status = TRIAL_DIVERGED;
    assert_int_equal(judged(c, &r).verdict, OPEN);
    assert_int_equal(judged(c, &r).within, 0);
    text = words(c, &r);
    assert_holds(
        text,
        " % of simulations; 1 more did not get to their end; more seeds will not settle it: some trials "
        "diverge\n");
    assert_holds(text, "and the seeds have 10 to 14; refuted wrongly in ");
    free(text);
    free_trials(&r);
}

/* p goes with the verdict: at most 0.05 where there is one, above where there is none. */
static void test_p_goes_with_the_verdict(void **state)
{
    static const double d[][5] = {{3, 3.1, 2.9, 3, 3.2}, {0, 0.1, -0.1, 0, 0.2},
                                  {5, -3, 4, 1, 0},      {-3, -3.1, -2, -3, -2.5},
                                  {1, 1.2, 0.8, 1, 0.9}, {1.3, 1.2, 1.6, 2, 1.1}};

    (void)state;
    for (size_t i = 0; i < sizeof d / sizeof *d; i++)
        for (int kind = CLAIM_MORE; kind <= CLAIM_SAME; kind++) {
            struct claim c = more;
            struct results r;
            struct judgement j;

            c.kind = (enum claim_kind)kind;
            make_pairs(&r, 5, d[i]);
            j = judged(&c, &r);
            assert_true((j.verdict == OPEN || j.verdict == ABOUT_MARGIN) == (j.p > 0.05));
            assert_true((j.verdict == OPEN) == (j.seeds_needed > 0));
            free_trials(&r);
        }
}

/* The more trials of the worse cell diverge, the clearer it is worse: no number of them leaves the verdict open. */
static void test_more_divergence(void **state)
{
    static const double d[10] = {3, 3.1, 2.9, 3.2, 2.8, 3.3, 2.7, 3, 3.1, 2.9};
    const struct claim claims[] = {more, {0}};

    (void)state;
    for (int least = 6; least <= 8; least += 2) {
        const struct plan plan = {.name = "toy", .least_seeds = least};
        struct results r;

        make_pairs(&r, 10, d);
        for (int lost = 0; lost <= 10; lost++) {
            struct verdicts v;

            if (lost)
                r.record[2 * (lost - 1)].result.status = TRIAL_DIVERGED;
            judge_all(&v, &plan, claims, &r);
            if (v.judgement[0].verdict != SUPPORTED)
                fail_msg("%d of 10 diverged: %s", lost, verdict_name[v.judgement[0].verdict]);
            verdicts_clear(&v);
        }
        free_trials(&r);
    }
}

/* On fresh seeds the interval is Student's, whatever the other cells are; else other cells count. */
static void test_fresh_seeds_by_student(void **state)
{
    static const double d[6] = {1.5, 2.5, 1, 3, 1.2, 2.8};
    char *axis[] = {"batch"};
    struct results r = {.axis = axis, .axes = 1};
    struct judgement fresh, moderated;

    (void)state;
    for (int cell = 0; cell < 12; cell++)
        for (int seed = 0; seed < 6; seed++) {
            char batch[32];

            snprintf(batch, sizeof batch, "batch=%d", cell == 0 ? 2 : cell == 1 ? 32 : 100 + cell);
            add_trial(&r, seed, batch,
                      10 + (cell ? 0.1 * (cell % 3 + 1) : 1) * d[(seed + cell) % 6]);
        }
    fresh = judged_by(&more, &r, &(struct judging){.fresh = true});
    moderated = judged(&more, &r);
    CLOSE(fresh.paired.difference.low, fresh.student.low);
    CLOSE(fresh.paired.difference.high, fresh.student.high);
    assert_true(fabs(moderated.paired.difference.low - fresh.paired.difference.low) > 0.1);
    free_trials(&r);
}

/* A claim is another one when the target of its measure is; the measure's words say the target. */
static void test_ids(void **state)
{
    struct claim other = largest_rate;
    char id[CLAIM_ID], again[CLAIM_ID], another[CLAIM_ID];
    struct text words = {0};

    (void)state;
    other.of.target = 90;
    claim_id(&largest_rate, id);
    claim_id(&largest_rate, again);
    claim_id(&other, another);
    assert_string_equal(id, again);
    assert_string_not_equal(id, another);
    measure_print(&other.of, &words);
    assert_string_equal(words.s, "largest lr with test_error within 5 of its best and at most 90");
    assert_string_equal(measure_fate(&other.of), "are usable nowhere");
    assert_string_equal(measure_fate(&more.of), "diverge");
    text_clear(&words);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_verdicts),
        cmocka_unit_test(test_verdicts_of_failures),
        cmocka_unit_test(test_diverged_without_a_worst),
        cmocka_unit_test(test_verdicts_of_losses),
        cmocka_unit_test(test_verdicts_along_an_axis),
        cmocka_unit_test(test_ambiguous_cell),
        cmocka_unit_test(test_ratio),
        cmocka_unit_test(test_ratio_about_the_margin),
        cmocka_unit_test(test_no_difference_that_matters),
        cmocka_unit_test(test_small_errors_of_those_that_learn),
        cmocka_unit_test(test_number_and_bases),
        cmocka_unit_test(test_printed),
        cmocka_unit_test(test_printed_with_losses),
        cmocka_unit_test(test_error_rate_of_printed_values),
        cmocka_unit_test(test_p_goes_with_the_verdict),
        cmocka_unit_test(test_more_divergence),
        cmocka_unit_test(test_fresh_seeds_by_student),
        cmocka_unit_test(test_ids),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
