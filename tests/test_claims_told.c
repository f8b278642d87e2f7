/* What is told of a claim: its evidence, and what is missing. */
#include "claims.h"

/* Seed by seed, and what is said of the seeds besides the mean. */
static void test_evidence(void **state)
{
    static const double d[5] = {0.5, 3, -1, 2, 4};
    struct claim c = more;
    struct results r;
    struct judgement j;
    struct text t = {0};

    (void)state;
    make_pairs(&r, 5, d);
    j = claim_judge(&c, &r);
    assert_int_equal(j.verdict, OPEN);
    assert_int_equal(j.paired.pairs, 5);
    for (int i = 0; i < 5; i++) {
        assert_int_equal(j.paired.pair[i].seed, i);
        CLOSE(j.paired.pair[i].a, 10 * i + d[i]);
        CLOSE(j.paired.pair[i].b, 10 * i);
        CLOSE(j.paired.pair[i].d, d[i]);
    }
    CLOSE(j.student.low, stats_mean(5, d, NULL).low);
    CLOSE(j.student.high, stats_mean(5, d, NULL).high);
    CLOSE(j.paired.difference.low, j.student.low); /* two cells make no prior */
    CLOSE(j.median, 2);
    CLOSE(j.iqm, 5.5 / 3);
    CLOSE(j.improvement, 0.2);
    assert_true(j.p > 0.05);
    CLOSE(j.p, stats_p_above(5, d, NULL, 1)); /* 1.7 lies above the margin */
    assert_int_equal(j.seeds_needed, stats_seeds_needed(j.paired.difference.sd, 0, 0.7, 0.5));
    assert_true(j.seeds_needed > 5);
    claim_print_remedy(&c, &j, &t);
    assert_non_null(strstr(t.s, "seeds would settle it"));
    text_clear(&t);
    j.fresh_seeds = 5; /* what fresh seeds leave open stays open */
    claim_print_remedy(&c, &j, &t);
    assert_null(strstr(t.s, "seeds would settle it"));
    assert_holds(t.s, "not asked again");
    text_clear(&t);
    judgement_clear(&j);
    r.record[0].result.status = TRIAL_DIVERGED; /* a pair with an unsuccessful trial has no p, and more seeds do not mend it */
    r.record[9].result.status = TRIAL_DIVERGED;
    j = claim_judge(&c, &r);
    assert_int_equal(j.verdict, OPEN);
    assert_true(isnan(j.paired.pair[0].d) && isnan(j.paired.pair[4].d));
    assert_int_equal(j.seeds_needed, 0);
    claim_print_remedy(&c, &j, &t);
    assert_string_equal(t.s, "more seeds may settle it, also that some trials diverge");
    text_clear(&t);
    judgement_clear(&j);
    free_trials(&r);
}

/* Differences by rounding alone are equal, and too few of them are no evidence. */
static void test_rounded_values(void **state)
{
    struct claim c = more;
    struct results r = {0};
    struct judgement j;

    (void)state;
    for (int i = 0; i < 3; i++) {
        add_trial(&r, i, "batch=2", nextafter(2, i % 2 ? INFINITY : 0));
        add_trial(&r, i, "batch=32", 2);
    }
    c.kind = CLAIM_SAME;
    for (int ratio = 0; ratio < 2; ratio++) {
        c.ratio = ratio;
        c.margin = 1 + ratio;
        j = judged(&c, &r);
        assert_true(j.verdict == OPEN && j.paired.difference.sd == 0 && isnan(j.p));
        assert_true(isnan(j.paired.difference.low) && isnan(j.paired.difference.high));
        assert_int_equal(j.seeds_needed, STATS_EQUAL_LEAST);
    }
    free_trials(&r);
}

/* A single difference has no interval, whatever its size. */
static void test_one_difference(void **state)
{
    static const double d[2] = {0.1, 0.2};
    struct claim c = more;
    struct results r;
    struct judgement j;
    struct text t = {0};

    (void)state;
    make_pairs(&r, 2, d);
    c.kind = CLAIM_SAME;
    r.record[0].result.status = TRIAL_DIVERGED;
    j = judged(&c, &r);
    claim_print_remedy(&c, &j, &t);
    assert_string_equal(t.s, "more seeds will not settle it: some trials diverge");
    text_clear(&t);
    free_trials(&r);
}

/* Against a number, the values of one cell alone are between two points, or two values of the axis. */
static void test_steps_of_one_cell(void **state)
{
    struct claim c = largest_rate;
    struct results r = {0};
    struct judgement j;

    (void)state;
    for (int i = 0; i < 5; i++) {
        add_trial(&r, i, "norm=a lr=0.1", 10)->result.curve[METRIC_test_error][0] = 90;
        add_trial(&r, i, "norm=a lr=1", 90);
    }
    c.b = NULL;
    c.value = 1;
    j = judged(&c, &r);
    assert_true(j.paired.stepped && !j.paired.bound_a);
    CLOSE(j.paired.difference.low, log(0.1));
    CLOSE(j.paired.difference.high, log(1));
    c.a = "norm=a lr=0.1";
    c.ratio = false;
    c.of = (struct measure){
        .metric = METRIC_test_error, .how = MEASURE_STEPS_TO, .target = 50, .unit = "steps"};
    j = judged(&c, &r);
    assert_true(j.paired.stepped);
    CLOSE(j.paired.difference.low, -1);
    CLOSE(j.paired.difference.high, 99);
    free_trials(&r);
}

/* Where both cells reach the end of the axis, the difference may be anything; where b does, it has no least. */
static void test_bounds_of_both(void **state)
{
    static const char *const norm[2] = {"a", "b"};
    struct claim c = largest_rate;
    struct results r = {0};
    struct judgement j;

    (void)state;
    for (int i = 0; i < 3; i++)
        for (int k = 0; k < 2; k++) {
            char *low = format_new("norm=%s lr=0.1", norm[k]),
                 *high = format_new("norm=%s lr=1", norm[k]);

            add_trial(&r, i, low, 10);
            add_trial(&r, i, high, 10);
            free(low);
            free(high);
        }
    j = judged(&c, &r);
    assert_true(j.verdict == OPEN && j.paired.bound_a && j.paired.bound_b && j.p == 1);
    assert_true(isinf(j.paired.difference.low) && isinf(j.paired.difference.high));
    for (int i = 0; i < 3; i++)
        r.record[4 * i + 1].result.curve[METRIC_test_error][1] = 90; /* a at lr=1 */
    j = judged(&c, &r);
    assert_true(!j.paired.bound_a && j.paired.bound_b);
    assert_true(isinf(j.paired.difference.low) && isnan(j.paired.difference.high));
    assert_int_equal(j.seeds_needed, STATS_EQUAL_LEAST);
    free_trials(&r);
}

/* What does not scatter has no p; what is 0 no ratio; what was refused is told. */
static void test_what_has_no_number(void **state)
{
    static const double same[5] = {3, 3, 3, 3, 3};
    struct claim c[2] = {more, {0}};
    struct results r;
    struct judgement j;
    char *text;

    (void)state;
    make_pairs(&r, 5, same);
    j = judged(c, &r);
    assert_true(j.verdict == SUPPORTED && isnan(j.p) && j.paired.difference.low == 3);
    text = words(c, &r);
    assert_non_null(strstr(text, "5 paired seeds; the same in all seeds\n"));
    free(text);
    c->ratio = true; /* of seed 0 b is 0 */
    j = judged(c, &r);
    assert_true(j.verdict == OPEN && j.paired.no_ratio == 1 && j.paired.difference.n == 4);
    assert_true(isfinite(j.paired.difference.low) && isfinite(j.paired.difference.high));
    text = words(c, &r);
    assert_non_null(
        strstr(text, "; in 1 a value is 0, and there is no ratio; there is no ratio to 0"));
    free(text);
    c->ratio = false;
    r.record[0].result.status = TRIAL_REFUSED;
    text = words(c, &r);
    assert_non_null(strstr(
        text, "4 paired seeds; the same in all seeds; refused at set-up in 1 more; about 5 seeds "
              "would settle it\n"));
    free(text);
    for (int i = 0; i < 10; i++)
        r.record[i].result.status = TRIAL_REFUSED;
    text = words(c, &r);
    assert_non_null(strstr(text, "not run"));
    assert_non_null(strstr(text, "; refused at set-up in all 5 seeds\n"));
    free(text);
    c->kind = CLAIM_REFUSED;
    r.record[2].result.status = TRIAL_DONE;
    text = words(c, &r);
    assert_non_null(strstr(text, "    4 of 5 trials refused\n"));
    free(text);
    free_trials(&r);
}

/* One seed shows nothing, nor do up to four that agree to the last digit: errors come in steps. */
static void test_few_seeds(void **state)
{
    static const double same[5] = {3, 3, 3, 3, 3}, none[5] = {0};

    (void)state;
    for (int n = 1; n <= 5; n++)
        for (int kind = CLAIM_MORE; kind <= CLAIM_SAME; kind++) {
            struct claim c[2] = {more, {0}};
            struct results r;
            struct judgement j;
            char *text;

            c->kind = (enum claim_kind)kind;
            make_pairs(&r, n, kind == CLAIM_MORE ? same : none);
            j = judged(c, &r);
            text = words(c, &r);
            assert_int_equal(j.verdict, n < 5 ? OPEN : SUPPORTED);
            assert_true(isnan(j.p) && isnan(j.paired.difference.low) == (n < 5));
            assert_true(n == 1 ? isnan(j.paired.difference.sd) : j.paired.difference.sd == 0);
            assert_int_equal(j.seeds_needed, n == 1 || n == 5 ? 0 : 5);
            assert_int_equal(strstr(text, "interval") != NULL, n == 5);
            if (n < 5)
                assert_holds(
                    text, n == 1 ? "1 paired seed; needs at least 2 seeds that both cells share\n"
                                 : "; the same in all seeds; about 5 seeds would settle it\n");
            free(text);
            free_trials(&r);
        }
}

/* What scatters by the rounding of its differences alone does not scatter. */
static void test_rounding(void **state)
{
    static const struct {
        double a[2], b[2];
        bool scatters;
    } cases[] = {{{2.5, 3.5}, {0, 0}, true}, {{12.3, 10.1}, {11.2, 9.0}, false}};

    (void)state;
    for (int k = 0; k < 2; k++) {
        struct results r = {0};
        struct judgement j;

        for (int i = 0; i < 2; i++) {
            add_trial(&r, i, "batch=2", cases[k].a[i]);
            add_trial(&r, i, "batch=32", cases[k].b[i]);
        }
        j = judged(&more, &r);
        if (cases[k].scatters)
            assert_true(j.paired.difference.sd > 0.7);
        else
            assert_true(j.paired.difference.sd == 0 && isnan(j.paired.difference.low));
        assert_int_equal(j.verdict, OPEN);
        free_trials(&r);
    }
}

/* A trial that was not asked for the number makes no pair, and is not unsuccessful. */
static void test_unmeasured(void **state)
{
    static const double d[3] = {3, 3.1, 2.9};
    struct results r;

    (void)state;
    make_pairs(&r, 3, d);
    r.record[0].result.curve[METRIC_test_error][1] = NAN;
    assert_int_equal(judged(&more, &r).paired.pairs, 2);
    for (int i = 1; i < 6; i++)
        r.record[i].result.curve[METRIC_test_error][1] = NAN;
    assert_int_equal(judged(&more, &r).verdict, NOT_RUN);
    free_trials(&r);
}

/* What the steps of an axis leave open may scatter where the values themselves do not, and then has a p. */
static void test_p_of_steps(void **state)
{
    static const char *const rate[] = {"1", "3", "4", "12"};
    struct claim c = largest_rate;
    const double least[] = {log(4 / 3.), log(3), log(4 / 3.), log(3), log(4 / 3.), log(3)};
    struct results r = {0};
    struct judgement j;
    struct text t = {0};

    (void)state;
    for (int i = 0; i < 6; i++)
        for (int k = 0; k < 4; k++) { /* up to 4 against 1, or up to 12 against 3 */
            char *a = format_new("norm=a lr=%s", rate[k]), *b = format_new("norm=b lr=%s", rate[k]);

            add_trial(&r, i, a, i % 2 || k < 3 ? 10 : 90);
            add_trial(&r, i, b, k < (i % 2 ? 2 : 1) ? 10 : 90);
            free(a);
            free(b);
        }
    c.margin = 1.5;
    j = judged(&c, &r);
    CLOSE(j.paired.difference.mean, log(4));
    assert_true(j.paired.difference.sd == 0 && j.paired.stepped);
    assert_int_equal(j.verdict, OPEN);
    CLOSE(j.p, stats_p_above(6, least, NULL, log(1.5)));
    assert_true(j.seeds_needed > 6 && j.seeds_needed < 30);
    claim_print_remedy(&c, &j, &t);
    assert_holds(t.s, " seeds would settle it, fewer with a finer or longer axis");
    text_clear(&t);
    c.margin = 2.1; /* beyond what the steps leave of it */
    j = judged(&c, &r);
    assert_true(j.verdict == OPEN && j.seeds_needed == 0);
    claim_print_remedy(&c, &j, &t);
    assert_string_equal(t.s,
                        "it takes a finer or longer axis: more seeds alone will not settle it");
    text_clear(&t);
    free_trials(&r);
}

/* With so few pairs that have a difference, ranks decide: all unsuccessful against none, from four seeds on. */
static void test_ranks_of_losses(void **state)
{
    static const double d[5] = {3, 3.1, 2.9, 3.2, 2.8};

    (void)state;
    for (int n = 2; n <= 5; n++) {
        struct results r;
        struct judgement j;

        make_pairs(&r, n, d);
        for (int i = 0; i < 2 * n; i += 2)
            r.record[i].result.status = TRIAL_DIVERGED;
        j = judged(&more, &r);
        assert_int_equal(j.paired.unsuccessful_a, n);
        assert_int_equal(j.verdict, n < 4 ? OPEN : SUPPORTED);
        CLOSE(j.p, 2 / (n == 2 ? 6.0 : n == 3 ? 20.0 : n == 4 ? 70.0 : 252.0));
        free_trials(&r);
    }
}

/* A loss that speaks for a claim does not undo what the other seeds show, and ranks are told where they decide. Lost
 * against a number, signs tell: from six seeds on. */
static void test_losses_for_and_against(void **state)
{
    static const double six[6] = {3, 3.1, 2.9, 3.2, 2.8, 3};
    struct claim c[2] = {more, {0}};
    struct results r;
    char *text;

    (void)state;
    make_pairs(&r, 5, six);
    r.record[0].result.status = TRIAL_DIVERGED; /* a, which is to be worse */
    text = words(c, &r);
    assert_holds(text, "supported ");
    assert_null(strstr(text, "by ranks"));
    free(text);
    r.record[0].result.status = TRIAL_DONE;
    r.record[1].result.status = TRIAL_DIVERGED; /* b */
    text = words(c, &r);
    assert_holds(text, "open ");
    assert_holds(text, "; by ranks p ");
    free(text);
    free_trials(&r);
    c->b = NULL;
    for (int n = 5; n <= 6; n++) {
        make_pairs(&r, n, six);
        for (int i = 0; i < 2 * n; i += 2)
            r.record[i].result.status = TRIAL_DIVERGED;
        assert_int_equal(judged(c, &r).verdict, n < 6 ? OPEN : SUPPORTED);
        CLOSE(judged(c, &r).p, n < 6 ? 0.0625 : 0.03125);
        free_trials(&r);
    }
}

/* Eight cells whose seeds scatter alike on the logit scale, by `sd` times the same four numbers, in another order in each
 * second cell. */
static void make_alike(struct results *r, double sd)
{
    static const double scatter[2][4] = {{-1, 0.5, 1.5, -1}, {0.5, -1, -1, 1.5}};

    for (int cell = 0; cell < 8; cell++)
        for (int i = 0; i < 4; i++) {
            char *config = format_new("batch=%d", 1 << cell);

            add_trial(r, i, config,
                      stats_from_scale(STATS_LOGIT, -2 + 0.3 * cell + sd * scatter[cell % 2][i]));
            free(config);
        }
}

/* Other cells tell how much seeds scatter: with one variance in all eight cells, of three degrees of freedom each, its
 * estimate is the sample variance times 1.5 / exp(digamma(1.5)), and t has 24 degrees of freedom. */
static void test_variance_of_all_cells(void **state)
{
    static char *axes[] = {"batch"};
    struct claim c = more;
    struct results r = {.axis = axes, .axes = 1};
    double variance = 0.01 * (1 + 0.25 + 2.25 + 1) / 3 * 1.5 / exp(0.03648997397857652), mean[2],
           squares = 0;
    struct prior prior;
    struct judgement j;

    (void)state;
    make_alike(&r, 0.1);
    prior = measure_prior(&c.of, STATS_LOGIT, &r);
    assert_true(isinf(prior.df) && prior.df_most == 24);
    CLOSE(prior.variance, variance);
    j = judged(&c, &r); /* batch 2 against batch 32: cells 1 and 5 */
    for (int k = 0; k < 2; k++) {
        mean[k] = 0;
        for (int i = 0; i < 4; i++)
            mean[k] += r.record[(k ? 5 : 1) * 4 + i].result.curve[METRIC_test_error][1] / 4;
        squares += pow((mean[k] + 0.5) * (100.5 - mean[k]) / 101, 2);
    }
    CLOSE(j.paired.difference.high - j.paired.difference.mean,
          stats_t_quantile(0.975, 24) * sqrt(variance * squares / 4));
    r.axes = 0; /* one cell is no prior */
    assert_true(measure_prior(&c.of, STATS_LOGIT, &r).df == 0);
    r.axes = 1;
    c.of.how = MEASURE_STEPS_TO; /* what steps of measuring make of it is no scatter of seeds */
    c.of.target = 50;
    assert_true(measure_prior(&c.of, STATS_PLAIN, &r).df == 0);
    free_trials(&r);
}

/* Cells whose seeds learn or do not: n seeds of errors about 15 %, the last `lost_a` and `lost_b` of which are at 90 %. */
static void make_parts(struct results *r, int n, int lost_a, int lost_b)
{
    memset(r, 0, sizeof *r);
    for (int i = 0; i < n; i++) {
        add_trial(r, i, "batch=2", i < n - lost_a ? 15 + 0.1 * (i % 3) : 90);
        add_trial(r, i, "batch=32", i < n - lost_b ? 15 : 90);
    }
}

/* Where cells differ by several seeds that do not learn, Fisher's exact test of the shares decides: 6 lost of 10 against
 * none have a tail of 210 / 38760, 2 of 5 against none one of 10 / 45. */
static void test_shares_of_seeds_that_learn(void **state)
{
    static const struct {
        int n, lost_a, lost_b;
        double p;
        enum verdict more, less, same;
    } cases[] = {{10, 6, 0, 2 * 210 / 38760.0, SUPPORTED, REFUTED, REFUTED},
                 {10, 0, 6, 2 * 210 / 38760.0, REFUTED, SUPPORTED, REFUTED},
                 {5, 2, 0, 2 * 10 / 45.0, OPEN, OPEN, OPEN}};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const enum verdict want[] = {[CLAIM_MORE] = cases[i].more,
                                     [CLAIM_LESS] = cases[i].less,
                                     [CLAIM_SAME] = cases[i].same};
        struct claim c[2] = {more, {0}};
        struct results r;
        char *text;

        make_parts(&r, cases[i].n, cases[i].lost_a, cases[i].lost_b);
        for (int kind = CLAIM_MORE; kind <= CLAIM_SAME; kind++) {
            struct judgement j;

            c->kind = (enum claim_kind)kind;
            j = judged(c, &r);
            assert_int_equal(j.verdict, want[kind]);
            assert_true(j.by_shares && j.paired.parts);
            CLOSE(j.p, cases[i].p);
        }
        text = words(c, &r);
        if (i == 0)
            assert_holds(text,
                         ": 4 of 10 seeds learn in the first, 10 of 10 in the second; by shares "
                         "(Fisher's exact test) p 0.011, 0.011 by Holm; of those that learn in "
                         "both: +0.075 points, 95 % interval ");
        if (cases[i].more == OPEN)
            assert_holds(text, "; more seeds may settle it, also that some do not learn\n");
        free(text);
        free_trials(&r);
    }
}

/* One seed more or less says nothing about shares: the claim is about the pairs that learn, also when a seed diverged. */
static void test_pairs_that_learn(void **state)
{
    struct claim c[2] = {more, {0}};
    struct results r;
    struct judgement j;
    char *text;

    (void)state;
    c->kind = CLAIM_SAME;
    make_parts(&r, 6, 2, 1); /* of four seeds both learn */
    r.record[0].result.status = TRIAL_DIVERGED;
    r.record[1].result.status = TRIAL_DIVERGED;
    j = judged(c, &r);
    assert_true(j.verdict == SUPPORTED && j.paired.parts && !j.by_shares);
    assert_true(j.paired.learn_a == 3 && j.paired.learn_b == 4 && j.paired.difference.n == 3);
    CLOSE(j.paired.difference.mean, (0.1 + 0.2 + 0) / 3);
    text = words(c, &r);
    assert_holds(text,
                 ": 3 of 6 seeds learn in the first, 4 of 6 in the second; of those that learn in "
                 "both: +0.1");
    assert_null(strstr(text, "diverged"));
    free(text);
    free_trials(&r);
    make_parts(&r, 6, 3, 3);
    c->b = NULL;
    c->value = 15;
    assert_int_equal(judged(c, &r).verdict, OPEN); /* against a number, with half the seeds lost */
    free_trials(&r);
    make_parts(&r, 6, 1, 0);
    assert_int_equal(judged(c, &r).verdict, SUPPORTED);
    free_trials(&r);
}

/* A file that left out a curve cannot tell when a target was reached, but what came out in the end. */
static void test_left_out_curves(void **state)
{
    static const double d[5] = {3, 3.1, 2.9, 3.2, 2.8};
    struct claim c = more;
    struct results r;
    char *text;

    (void)state;
    make_pairs(&r, 5, d);
    r.left_out[METRIC_test_error] = true;
    assert_int_equal(judged(&c, &r).verdict, SUPPORTED);
    c.of.how = MEASURE_STEPS_TO;
    c.of.target = 50;
    assert_int_equal(judged(&c, &r).verdict, NOT_RUN);
    text = words(&c, &r);
    assert_holds(text, "not judged: the merged file has no curves of test_error");
    free(text);
    r.left_out[METRIC_test_error] = false;
    assert_int_equal(judged(&c, &r).verdict, OPEN);
    c.of.how = MEASURE_SECONDS_TO; /* needs two curves */
    r.left_out[METRIC_train_seconds] = true;
    assert_int_equal(judged(&c, &r).verdict, NOT_RUN);
    text = words(&c, &r);
    assert_holds(text, "not judged: the merged file has no curves of train_seconds");
    free(text);
    free_trials(&r);
}

/* What a reader sees of it. */
static void test_words(void **state)
{
    static const double d[3] = {3, 3.1, 2.9};
    struct claim c[2] = {more, {0}};
    struct results r;
    char *text;

    (void)state;
    make_pairs(&r, 3, d);
    c[0].text = "it is more";
    text = words(c, &r);
    assert_non_null(strstr(text, "supported    it is more, by more than 1 point [id; ]\n"));
    assert_non_null(strstr(
        text, "    test_error: batch=2 less batch=32: +3.00 points, 95 % interval "
              "+2.75 to +3.25, 3 paired seeds; p 0.00083 against the margin, 0.00083 by Holm\n"));
    free(text);
    c[0].b = NULL;
    c[0].value = 8;
    text = words(c, &r);
    assert_non_null(strstr(text, "it is more, above 9 [id; ]\n    test_error: batch=2 less 8: "));
    free(text);
    c[0].kind = CLAIM_SAME;
    text = words(c, &r);
    assert_non_null(strstr(text, "it is more, within 1 point of 8 [id; ]\n"));
    free(text);
    c[0].ratio = true;
    c[0].margin = 10;
    text = words(c, &r);
    assert_non_null(strstr(text, "it is more, within 10 times of 8 [id; ]\n"));
    assert_non_null(strstr(text, "    test_error: batch=2 over 8: "));
    free(text);
    free_trials(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_losses_for_and_against),
        cmocka_unit_test(test_few_seeds),
        cmocka_unit_test(test_rounded_values),
        cmocka_unit_test(test_unmeasured),
        cmocka_unit_test(test_p_of_steps),
        cmocka_unit_test(test_rounding),
        cmocka_unit_test(test_one_difference),
        cmocka_unit_test(test_steps_of_one_cell),
        cmocka_unit_test(test_bounds_of_both),
        cmocka_unit_test(test_evidence),
        cmocka_unit_test(test_what_has_no_number),
        cmocka_unit_test(test_ranks_of_losses),
        cmocka_unit_test(test_variance_of_all_cells),
        cmocka_unit_test(test_shares_of_seeds_that_learn),
        cmocka_unit_test(test_pairs_that_learn),
        cmocka_unit_test(test_left_out_curves),
        cmocka_unit_test(test_words),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
