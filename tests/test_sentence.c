/* The sentence of a claim: its number, unit, direction and interval are those of the trials, whatever these are. */
#include "claims.h"
#include "experiments/experiment.h"

/* The sentence of the claim about these trials, a new string; "" when there is none. */
static char *answer_of(const struct claim *c, const struct results *r)
{
    struct judgement j = claim_judge(c, r);
    struct text t = {0};

    claim_print_answer(c, &j, &t);
    judgement_clear(&j);
    return t.s ? t.s : xstrdup("");
}

static void assert_answer(const struct claim *c, const struct results *r, const char *want)
{
    char *answer = answer_of(c, r);

    assert_string_equal(answer, want);
    free(answer);
}

/* Differences of two seeds whose mean and interval (by Student's t: the mean plus or minus 12.706 times the standard error) are
 * computed by hand. */
static void test_direction(void **state)
{
    static const double above[] = {24, 26}, below[] = {-24, -26}, about[] = {-1, 2},
                        equal[] = {3, 3};
    struct claim c = more;
    struct results r;

    (void)state;
    c.answer = "at batch 2 the error is {higher|lower} than at 32";
    c.where = "in a net";
    make_pairs(&r, 2, above);
    assert_answer(&c, &r,
                  "At batch 2 the error is 25 points higher (12.3 to 37.7) in a net than at 32.");
    free_trials(&r);
    make_pairs(&r, 2, below);
    assert_answer(&c, &r,
                  "At batch 2 the error is 25 points lower (12.3 to 37.7) in a net than at 32.");
    free_trials(&r);
    make_pairs(&r, 2, about);
    assert_answer(
        &c, &r,
        "At batch 2 the error is 0.5 points higher (18.6 lower to 19.6 higher) in a net than at 32.");
    free_trials(&r);
    make_pairs(&r, 2, equal);
    assert_answer(
        &c, &r,
        "At batch 2 the error is 3 points higher (the same in all 2 seeds) in a net than at 32.");
    free_trials(&r);
    make_pairs(&r, 1, above);
    assert_answer(&c, &r,
                  "At batch 2 the error is 24 points higher (one seed) in a net than at 32.");
    free_trials(&r);
    make_pairs(&r, 0, above);
    assert_answer(&c, &r, "");
    free_trials(&r);
}

/* The largest rate that works: 1 or 0.1 of the tried 0.01, 0.1, 1 and 10. No larger rate than 10 was tried, so a's largest is
 * only a lower bound. */
static void test_ratio(void **state)
{
    struct claim c = largest_rate;
    struct results r = {0};

    (void)state;
    c.answer = "the largest rate is {as high} with a as with b";
    for (int seed = 0; seed < 5; seed++) {
        static const char *const rate[] = {"0.01", "0.1", "1", "10"};

        for (int i = 0; i < 4; i++) {
            char *a = format_new("norm=a lr=%s", rate[i]), *b = format_new("norm=b lr=%s", rate[i]);

            add_trial(&r, seed, a, 10);
            add_trial(&r, seed, b, i < 2 ? 10 : 90);
            free(a);
            free(b);
        }
    }
    assert_answer(&c, &r, "The largest rate is 100 times as high (10 or more) with a as with b.");
    free_trials(&r);
}

static void test_value(void **state)
{
    struct claim c = {.id = "id",
                      .a = "batch=2",
                      .of.metric = METRIC_test_error,
                      .kind = CLAIM_SAME,
                      .margin = 1,
                      .value = 10,
                      .answer = "the error is {}"};
    struct results r = {0};

    (void)state;
    add_trial(&r, 0, "batch=2", 9);
    add_trial(&r, 1, "batch=2", 13);
    assert_answer(&c, &r, "The error is 11 % (-14.4 to 36.4).");
    c.theory = "some_theory 2";
    assert_answer(&c, &r, "The error is 11 % (-14.4 to 36.4; theory 10).");
    c.theory = NULL;
    c.answer = "the error is {above|below} what is said";
    assert_answer(&c, &r, "The error is 1 point above (24.4 below to 26.4 above) what is said.");
    free_trials(&r);
}

/* What has no number is counted, not averaged away. */
static void test_lost_trials(void **state)
{
    static const double d[] = {24, 26, 25};
    struct claim c = more;
    struct results r;

    (void)state;
    c.answer = "the error is {higher|lower}";
    make_pairs(&r, 3, d);
    r.record[4].result.status = TRIAL_DIVERGED;
    assert_answer(&c, &r, "The error is 25 points higher (12.3 to 37.7; 1 of 3 pairs diverge).");
    r.record[0].result.status = r.record[2].result.status = TRIAL_DIVERGED;
    assert_answer(&c, &r, "3 of 3 seeds diverge with batch=2, and 0 of 3 with batch=32.");
    free_trials(&r);
}

/* Where only some seeds learn, the difference is that of the pairs that do. */
static void test_seeds_that_learn(void **state)
{
    struct claim c = more;
    struct results r = {0};
    char *answer;

    (void)state;
    c.answer = "the error is {higher|lower}";
    for (int i = 0; i < 5; i++) {
        add_trial(&r, i, "batch=2", i < 3 ? 15 + 0.1 * i : 90);
        add_trial(&r, i, "batch=32", i < 4 ? 10 : 90);
    }
    answer = answer_of(&c, &r);
    assert_holds(answer, "The error is 5.1 points higher (");
    assert_holds(answer, "; 3 and 4 of 5 seeds learn).");
    free(answer);
    free_trials(&r);
}

static void test_counts(void **state)
{
    static const struct printed printed[] = {{1, 10}, {2, 50}, {0, 0}};
    struct claim refused = {.id = "id",
                            .a = "batch=1",
                            .kind = CLAIM_REFUSED,
                            .answer = "{} were refused"},
                 c = {.id = "id",
                      .a = "batch=2",
                      .kind = CLAIM_PRINTED,
                      .of.metric = METRIC_test_error,
                      .printed = printed};
    struct results r = {0};

    (void)state;
    add_trial(&r, 0, "batch=1", 9)->result.status = TRIAL_REFUSED;
    add_trial(&r, 1, "batch=1", 9);
    add_trial(&r, 0, "batch=2", 10);
    assert_answer(&refused, &r, "1 of 2 were refused.");
    assert_answer(
        &c, &r,
        "Of the printed values of test_error, 1 of 2 lie within the spread of the seeds with batch=2.");
    free_trials(&r);
}

/* A claim without an answer of its own names its cells; the words of a net are no places for numbers. */
static void test_without_answer(void **state)
{
    static const double d[] = {24, 26};
    struct claim c = more;
    struct results r = {0};

    (void)state;
    make_pairs(&r, 2, d);
    assert_answer(&c, &r,
                  "Test_error is 25 points higher (12.3 to 37.7) with batch=2 than with batch=32.");
    c.a = "batch=2 net=\"residual { dense 4 }\"";
    c.b = "batch=32 net=\"residual { dense 4 }\"";
    for (int i = 0; i < r.records; i++)
        config_set(&r.record[i].config, "net", "residual { dense 4 }");
    assert_answer(&c, &r,
                  "Test_error is 25 points higher (12.3 to 37.7) with batch=2 than with batch=32 "
                  "(net=\"residual { dense 4 }\").");
    free_trials(&r);
}

/* ---- rows ---- */

/* Who speaks for a row does not depend on what came out: the answer with the smallest order, with all that share it. */
static void test_row(void **state)
{
    static const double d[] = {24, 26};
    struct claim claims[] = {more, more, more, more, {0}};
    const struct plan plan = {.name = "e"};
    struct verdicts v;
    struct results r;
    struct text t = {0};

    (void)state;
    claims[0].answer = "not this {higher|lower}";
    claims[0].order = 2;
    claims[1].answer = claims[2].answer = claims[3].answer = "batch 2 is {higher|lower}";
    claims[1].order = claims[2].order = claims[3].order = 1;
    claims[1].where = "here";
    claims[2].where = "there";
    claims[3].where = "nowhere";
    claims[3].a = "batch=1024"; /* not run */
    make_pairs(&r, 2, d);
    judge_all(&v, &plan, claims, &r);
    ledger_print_answer(&v, 1, "id", &t);
    assert_string_equal(text_str(&t),
                        "Batch 2 is 25 points higher (12.3 to 37.7) here and 25 points "
                        "higher (12.3 to 37.7) there.");
    text_clear(&t);
    ledger_print_answer(&v, 1, "another", &t);
    assert_int_equal(t.length, 0);
    assert_int_equal(ledger_order(&v, 1, "id"), 1);
    assert_int_equal(ledger_order(&v, 1, "another"), LEDGER_LAST);
    verdicts_clear(&v);
    free_trials(&r);
}

/* A sentence has room for four results. The speaker's is one of them, also when it is the last of many. */
static void test_row_of_many(void **state)
{
    static const double d[] = {24, 26};
    static const char *const where[] = {"in one", "in two", "in three", "in four", "in five"};
    struct claim claims[] = {more, more, more, more, more, {0}};
    const struct plan plan = {.name = "e"};
    struct verdicts v;
    struct results r;
    struct text t = {0};

    (void)state;
    for (int i = 0; i < 5; i++) {
        claims[i].answer = "batch 2 is {higher|lower}";
        claims[i].where = where[i];
    }
    claims[4].order = 1;
    make_pairs(&r, 2, d);
    judge_all(&v, &plan, claims, &r);
    ledger_print_answer(&v, 1, "id", &t);
    assert_string_equal(
        text_str(&t),
        "Batch 2 is 25 points higher (12.3 to 37.7) in one, 25 points higher (12.3 to "
        "37.7) in two, 25 points higher (12.3 to 37.7) in three and 25 points higher "
        "(12.3 to 37.7) in five.");
    text_clear(&t);
    verdicts_clear(&v);
    free_trials(&r);
}

/* ---- the experiments ---- */

static void test_faults(void **state)
{
    static const struct {
        const char *answer, *fault;
        bool ratio;
    } cases[] = {
        {"no number", "needs one place", false},
        {"{higher|lower} and {more|less}", "needs one place", false},
        {"{higher", "needs one place", false},
        {"is {}", "needs words", false},
        {"is {higher}", "needs two words", false},
        {"is {|lower}", "needs two words", false},
        {"is {more|less}", "needs one phrase", true},
        {"is {higher|lower}", NULL, false},
        {"is {as high}", NULL, true},
    };
    struct claim c = more;

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *fault;

        c.answer = cases[i].answer;
        c.ratio = cases[i].ratio;
        fault = claim_answer_fault(&c);
        if (!fault != !cases[i].fault || (fault && !strstr(fault, cases[i].fault)))
            fail_msg("%s: %s", c.answer, fault ? fault : "right");
    }
    c.answer = NULL;
    c.where = "in a net";
    assert_holds(claim_answer_fault(&c), "needs 'answer'");
}

/* Each row that an experiment of normlab's own is about has an answer in words. */
static void test_every_row_speaks(void **state)
{
    (void)state;
    for (const struct claim_row *row = claim_rows; row->id; row++) {
        bool claimed = false, speaks = false;

        for (int i = 0; all_experiments()[i]; i++)
            for (const struct claim *c = all_experiments()[i]->claims; c->id; c++)
                if (strcmp(c->id, row->id) == 0) {
                    claimed = true;
                    speaks = speaks || c->answer;
                }
        if (claimed && !speaks)
            fail_msg("no claim about '%s' has an answer", row->id);
    }
}

/* Where no pair has a number, the sentence says how many diverge, or learn. */
static void test_no_numbers(void **state)
{
    static const double d[3] = {1, 2, 3};
    struct claim c = more;
    struct results r;

    (void)state;
    make_pairs(&r, 3, d);
    for (int i = 0; i < 6; i += 2)
        r.record[i].result.status = TRIAL_DIVERGED;
    assert_answer(&c, &r, "3 of 3 seeds diverge with batch=2, and 0 of 3 with batch=32.");
    r.record[3].result.status = TRIAL_DIVERGED;
    assert_answer(&c, &r, "3 of 3 seeds diverge with batch=2, and 1 of 3 with batch=32.");
    free_trials(&r);
    r = (struct results){0};
    for (int i = 0; i < 5; i++) {
        add_trial(&r, i, "batch=2", 90);
        add_trial(&r, i, "batch=32", i < 4 ? 10 + 0.1 * i : 90);
    }
    assert_answer(&c, &r, "0 of 5 seeds learn with batch=2, and 4 of 5 with batch=32.");
    free_trials(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_direction),
        cmocka_unit_test(test_ratio),
        cmocka_unit_test(test_value),
        cmocka_unit_test(test_lost_trials),
        cmocka_unit_test(test_seeds_that_learn),
        cmocka_unit_test(test_counts),
        cmocka_unit_test(test_without_answer),
        cmocka_unit_test(test_row),
        cmocka_unit_test(test_row_of_many),
        cmocka_unit_test(test_faults),
        cmocka_unit_test(test_every_row_speaks),
        cmocka_unit_test(test_no_numbers),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
