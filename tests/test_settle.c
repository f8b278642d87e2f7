/*
 * Settling: how many fresh seeds a claim gets, that verdicts on them are wrong as rarely as the interval says, and what the
 * command writes before it trains. With a number as argument, as scripts/settle_simulation.sh gives it, so many claims are
 * simulated instead of a hundred, and the shares are printed.
 */
#include "base/rng.h"
#include "base/system/file.h"
#include "json.h"
#include "judge/settle/settle.h"
#include "trials.h"
#include <stdio.h>

static int simulated = 100;

/* ---- how many seeds ---- */

/* The sample sizes of a paired t test with a power of 80 % at 5 %, two-sided, for the effect sizes 0.2, 0.5 and 0.8 that
 * Cohen (1988) calls small, medium and large: 199, 34 and 15 (G*Power 3). Here the effect is known for sure, from a million
 * exploratory seeds. */
static void test_known_sizes(void **state)
{
    static const struct {
        double effect;
        int seeds;
    } cases[] = {{0.2, 199}, {0.5, 34}, {0.8, 15}};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct settle_question q = {.n = 1000000, .mean = cases[i].effect, .sd = 1};
        int seeds = settle_seeds(&q);

        if (abs(seeds - cases[i].seeds) > 1 + cases[i].seeds / 20)
            fail_msg("effect %g: %d seeds", cases[i].effect, seeds);
        q.mean = 7 - 3 * cases[i].effect; /* another scale, below the bound */
        q.sd = 3;
        q.bound[0] = q.bound[1] = 7;
        seeds = settle_seeds(&q);
        assert_true(abs(seeds - cases[i].seeds) <= 1 + cases[i].seeds / 20);
    }
}

/* What few seeds say is not sure, and takes more fresh seeds; a large effect takes the fewest allowed, none at all too many. */
static void test_few_seeds(void **state)
{
    struct settle_question sure = {.n = 1000000, .mean = 1, .sd = 1},
                           unsure = {.n = 5, .mean = 1, .sd = 1},
                           large = {.n = 5, .mean = 30, .sd = 1}, none = {.n = 1000000, .sd = 1},
                           same = {.n = 1000000, .sd = 1, .bound = {1, -1}},
                           about = {.n = 1000000, .sd = 1, .half = 1};

    (void)state;
    assert_true(settle_seeds(&unsure) > settle_seeds(&sure));
    assert_int_equal(settle_seeds(&large), FRESH_LEAST);
    assert_int_equal(settle_seeds(&none), 0);
    /* within a margin of one sd: two one-sided tests at 2.5 %, 13 (Chow, Shao & Wang, Sample size calculations in clinical
     * research: (1.96 + 1.28)^2 = 10.5 for large n, and two or three more for t) */
    assert_in_range(settle_seeds(&same), 11, 14);
    /* the same to be about a bound at 0; and a mean that is neither far from the bound nor about it takes too many */
    assert_int_equal(settle_seeds(&about), settle_seeds(&same));
    about.mean = 0.1;
    assert_in_range(settle_seeds(&about), settle_seeds(&same), 20);
    about.mean = 0.05;
    about.half = 0.06;
    assert_int_equal(settle_seeds(&about), 0);
}

/* Shares of seeds that learn, known for sure from 100,000 exploratory seeds: the smallest groups with which Fisher's exact
 * test (twice scipy.stats.fisher_exact, one-sided) has a power of 80 %, computed with scipy from the binomial probabilities of
 * all outcomes. Equal shares take too many. What few seeds say is not sure, and takes more: the same with scipy.stats.betabinom. */
static void test_shares(void **state)
{
    static const struct {
        int learn[2], seeds; /* learn: % */
    } cases[] = {{{50, 90}, 23}, {{90, 30}, 12}, {{70, 100}, 21}, {{60, 80}, 90}};
    static const struct {
        int n, learn[2], seeds;
    } few[] = {{10, {3, 9}, 22}, {10, {8, 4}, 70}, {10, {4, 7}, 165}, {5, {1, 4}, 41}};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct settle_question q = {.n = 100000, .shares = true};
        int seeds;

        for (int k = 0; k < 2; k++)
            q.learn[k] = 1000 * cases[i].learn[k];
        seeds = settle_seeds(&q);
        if (abs(seeds - cases[i].seeds) > 2)
            fail_msg("shares %d and %d %%: %d seeds", cases[i].learn[0], cases[i].learn[1], seeds);
        q.learn[1] = q.learn[0];
        assert_int_equal(settle_seeds(&q), 0);
    }
    for (size_t i = 0; i < sizeof few / sizeof *few; i++) {
        struct settle_question q = {
            .n = few[i].n, .shares = true, .learn = {few[i].learn[0], few[i].learn[1]}};
        int seeds = settle_seeds(&q);

        if (abs(seeds - few[i].seeds) > 2)
            fail_msg("%d and %d of %d: %d seeds", q.learn[0], q.learn[1], q.n, seeds);
    }
}

/* ---- simulation ---- */

static const struct claim more = {.id = "more",
                                  .text = "the error is above 10",
                                  .source = "nobody",
                                  .a = "batch=2",
                                  .of.metric = METRIC_test_error,
                                  .kind = CLAIM_MORE,
                                  .value = 10};

/* The verdict on the claim by n seeds from `first` on, whose errors are normal. q: what they say of more; NULL: not asked. */
static enum verdict judge(struct rng *r, double mean, int first, int n, struct settle_question *q,
                          const char **why)
{
    struct results results = {0};
    struct judgement j;
    enum verdict verdict;

    for (int i = 0; i < n; i++)
        add_trial(&results, first + i, "batch=2", mean + rng_normal(r));
    j = claim_judge_by(&more, &results, &(struct judging){.fresh = first >= FRESH_FIRST});
    verdict = j.verdict;
    if (q)
        *why = settle_question(&more, &j, q);
    judgement_clear(&j);
    free_trials(&results);
    return verdict;
}

/* The verdict takes a side. */
static bool is_decided(enum verdict v)
{
    return v == SUPPORTED || v == REFUTED;
}

/* Returns why five seeds with these errors let no number of fresh seeds follow; NULL: one follows. */
static const char *why_not(const double *error, double margin, enum verdict want)
{
    struct results results = {0};
    struct claim c = more;
    struct settle_question q;
    struct judgement j;
    const char *why;

    c.margin = margin;
    for (int i = 0; i < 5; i++)
        add_trial(&results, i, "batch=2", error[i]);
    j = claim_judge(&c, &results);
    assert_int_equal(j.verdict, want);
    why = settle_question(&c, &j, &q);
    judgement_clear(&j);
    free_trials(&results);
    return why;
}

/* More seeds say nothing more of a claim whose verdict is "about the margin", and seeds that do not learn have no mean
 * difference. */
static void test_left_out(void **state)
{
    static const double about[] = {13.9, 14.1, 14, 14.2, 13.8}, open[] = {10, 18, 14, 12, 17},
                        parts[] = {12, 12.1, 12.2, 90, 91};

    (void)state;
    assert_string_equal(why_not(about, 4, ABOUT_MARGIN), "about the margin");
    assert_string_equal(why_not(parts, 4, OPEN), "some seeds do not learn");
    assert_null(why_not(open, 4, OPEN));
}

/* 4 of 10 seeds learn in one cell, 7 in the other: the claim is open by the shares, and asks for fresh seeds by them. */
static void test_question_of_shares(void **state)
{
    struct claim c = more;
    struct results results = {0};
    struct settle_question q;
    struct judgement j;

    (void)state;
    c.b = "batch=32";
    for (int i = 0; i < 10; i++) {
        add_trial(&results, i, "batch=2", i < 4 ? 14 + 0.1 * i : 90);
        add_trial(&results, i, "batch=32", i < 7 ? 14 + 0.1 * i : 90);
    }
    j = claim_judge(&c, &results);
    assert_true(j.verdict == OPEN && j.by_shares);
    assert_null(settle_question(&c, &j, &q));
    assert_true(q.shares && q.n == 10 && q.learn[0] == 4 && q.learn[1] == 7);
    assert_true(fabs(q.mean - 0.3) < 1e-12 && fabs(q.sd - sqrt(0.24 + 0.21)) < 1e-12);
    judgement_clear(&j);
    free_trials(&results);
}

/* What became of simulated claims with five exploratory seeds. */
struct outcome {
    int claims, early; /* all; those that the exploratory seeds do not leave open */
    int settled, decided,
        wrong; /* those that got fresh seeds, those that these do not leave open, those that they decide for the wrong side */
};

/* The true mean lies `spread` times a uniform number from -1 to 1 sd off the margin. */
static struct outcome simulate(double spread, int claims, int most_seeds)
{
    struct outcome o = {.claims = claims};
    struct rng r = rng_stream(1, "simulated claims");

    for (int i = 0; i < claims; i++) {
        double off = spread * (2 * rng_uniform(&r) - 1);
        struct settle_question q;
        const char *why = NULL;
        enum verdict v = judge(&r, 10 + off, 0, 5, &q, &why);
        int seeds;

        o.early += v != OPEN;
        seeds = why ? 0 : settle_seeds(&q);
        if (v != OPEN || !seeds || seeds > most_seeds)
            continue;
        v = judge(&r, 10 + off, 100, seeds, NULL, NULL);
        o.settled++;
        o.decided += v != OPEN;
        o.wrong += spread == 0 ? is_decided(v) : v == (off > 0 ? REFUTED : SUPPORTED);
    }
    return o;
}

static void print_outcome(const char *what, const struct outcome *o)
{
    print_message(
        "%s: of %d claims the exploratory seeds answer %.1f %%; %d get fresh seeds, which answer %.1f %% "
        "of them, %.2f %% for the wrong side\n",
        what, o->claims, 100.0 * o->early / o->claims, o->settled, 100.0 * o->decided / o->settled,
        100.0 * o->wrong / o->settled);
}

/* Three standard errors of a share p of n. */
static double noise(double p, int n)
{
    return 3 * sqrt(p * (1 - p) / n);
}

/* With no true effect at the margin, fresh seeds support or refute at most 5 % of the claims, all of them wrongly, and find
 * most of the others to be about the margin. */
static void test_errors(void **state)
{
    struct outcome o = simulate(0, simulated, 200);

    (void)state;
    print_outcome("no effect at the margin", &o);
    assert_true(o.settled > simulated / 3);
    /* Nearly all open claims get fresh seeds, because these may also show that a claim is about the margin. If the plan did
     * not count that as an answer, only half of the claims would get any. */
    assert_true(o.settled > 0.8 * (simulated - o.early));
    assert_true(o.decided >= (0.7 - noise(0.7, o.settled)) * o.settled);
    assert_true(o.wrong <= (0.05 + noise(0.05, o.settled)) * o.settled);
}

/* What settling avoids: with ten looks at 5, 10, ... 50 seeds, until the claim is decided, 19 % of claims without an effect are
 * decided (Armitage, McPherson & Rowe 1969, for a known sd). So these simulated claims would show it. */
static void test_many_looks(void **state)
{
    int claims = simulated, wrong = 0;
    struct rng r = rng_stream(2, "simulated claims");

    (void)state;
    for (int i = 0; i < claims; i++) {
        struct results results = {0};
        bool decided = false;

        for (int n = 0; n < 50 && !decided; n += 5) {
            struct judgement j;

            for (int k = 0; k < 5; k++)
                add_trial(&results, n + k, "batch=2", 10 + rng_normal(&r));
            j = claim_judge(&more, &results);
            decided = is_decided(j.verdict);
            judgement_clear(&j);
        }
        wrong += decided;
        free_trials(&results);
    }
    print_message("ten looks: %.1f %% of %d claims without an effect are decided\n",
                  100.0 * wrong / claims, claims);
    assert_true(wrong > (0.1 - noise(0.1, claims)) * claims); /* twice 5 % at least */
    assert_true(wrong < (0.193 + noise(0.193, claims)) * claims);
}

/* With true effects of any size, fresh seeds answer 80 % of the claims that get them, and hardly any for the wrong side. */
static void test_power(void **state)
{
    struct outcome o = simulate(3, 2 * simulated, SETTLE_MOST);

    (void)state;
    print_outcome("effects up to 3 sd", &o);
    assert_true(o.settled > simulated / 2);
    assert_true(o.decided >= (SETTLE_POWER - 0.02 - noise(0.8, o.settled)) * o.settled);
    assert_true(o.decided <= (SETTLE_POWER + 0.08 + noise(0.8, o.settled)) * o.settled);
    assert_true(o.wrong <= 0.05 * o.settled);
}

/* ---- the registry ---- */

static const struct cells two_cells = {{"batch=2", "batch=32"}};

static int kept(const struct registry *r, const char *id, const struct results *all, int *fresh)
{
    struct results some = *all;

    some.record = xcalloc((size_t)all->records + 1, sizeof *some.record);
    memcpy(some.record, all->record, (size_t)all->records * sizeof *some.record);
    *fresh = registry_keep(r, id, &two_cells, &some);
    for (int i = 1; i < some.records && r->first; i++)
        assert_true((some.record[i].seed < 100) == (some.record[0].seed < 100));
    free(some.record);
    return some.records;
}

/* A registered claim is judged on all of its fresh seeds or on none; other claims never see them. */
static void test_registry(void **state)
{
    struct registration g = {
        .id = "0123456789abcdef", .first = 100, .seeds = 6, .text = "a is\nmore than b"};
    struct registration later = {
        .id = "1123456789abcdef", .first = 106, .seeds = 8, .text = "a is more, by another margin"};
    struct registry r = {0}, again;
    struct results all = {0};
    char *root = test_path("registry"), *results = test_path("registry/results"), *file;
    int fresh;

    (void)state;
    assert_int_equal(folder_make(results), 0);
    for (int seed = 0; seed < 5; seed++) {
        add_trial(&all, seed, "batch=2", 1);
        add_trial(&all, seed, "batch=32", 1);
    }
    for (int seed = 100; seed < 108; seed++) {
        add_trial(&all, seed, "batch=2", 1);
        if (seed != 105)
            add_trial(&all, seed, "batch=32", 1);
    }
    assert_int_equal(kept(&r, g.id, &all, &fresh), all.records); /* nothing is registered */
    assert_int_equal(registry_next(&r, &all), 108);              /* above all that were trained */
    registry_add(&r, &g);
    assert_int_equal(registry_write(&r, root, "x"), 0);
    file = read_in_folder("registry/results", "x.settle");
    assert_holds(file, "# a is more than b\nclaim=0123456789abcdef first_seed=100 seeds=6 ");
    free(file);
    assert_int_equal(registry_read(&again, root, "x"), 0);
    assert_int_equal(again.first, 100);
    assert_int_equal(kept(&again, g.id, &all, &fresh), 10); /* 105 is missing */
    assert_int_equal(fresh, 0);
    add_trial(&all, 105, "batch=32", 1);
    assert_int_equal(kept(&again, g.id, &all, &fresh), 12);
    assert_int_equal(fresh, 6);
    assert_int_equal(kept(&again, "another claim....", &all, &fresh), 10);
    assert_int_equal(fresh, 0);
    /* seeds 106 to 113 belong to a claim that was registered later: 106 and 107 are there */
    registry_add(&again, &later);
    assert_int_equal(registry_next(&again, &all), 114);
    assert_int_equal(kept(&again, later.id, &all, &fresh), 10);
    for (int seed = 108; seed < 114; seed++) {
        add_trial(&all, seed, "batch=2", 1);
        add_trial(&all, seed, "batch=32", 1);
    }
    assert_int_equal(kept(&again, later.id, &all, &fresh), 16);
    assert_int_equal(fresh, 8);
    assert_int_equal(kept(&again, g.id, &all, &fresh), 12);
    assert_int_equal(kept(&again, "another claim....", &all, &fresh), 10);
    registry_clear(&r);
    registry_clear(&again);
    free_trials(&all);
    free(results);
    free(root);
}

/* ---- the command ---- */

#define MINE                                                                                                                       \
    "name: mine\nversion: 1\nleast_seeds: 3\ntitle: t\nquestion: q\naxes: [norm, lr]\npresets:\n"                                  \
    "  only:\n    about: a\n    seeds: 0-2\n"                                                                                      \
    "    common: {data: synthetic, net: mlp hidden=8, train_count: 64, data_seed: first, test_count: 200, epochs: 1, batch: 16}\n" \
    "    blocks:\n      - {norm: none, lr: [0.01, 0.1]}\n"                                                                         \
    "claims:\n"                                                                                                                    \
    "  - {text: open, source: s, expect: more, a: {lr: 0.01}, b: {lr: 0.1}, measure: test_error, margin: 8}\n"                     \
    "  - {text: clear, source: s, expect: less, a: {lr: 0.01}, b: {lr: 0.1}, measure: test_error, margin: 90}\n"                   \
    "  - {text: best, source: s, expect: less, a: {norm: none}, value: 99,\n"                                                      \
    "     measure: {metric: test_error, how: best, along: lr}}\n"                                                                  \
    "tables:\n  - {title: Errors, rows: norm, columns: lr, measure: test_error}\n"

/* The fresh seeds of a claim along an axis have the values of the preset. More values, in fresh and in exploratory seeds, do not
 * change its verdict. */
static void assert_stays_confirmed(void)
{
    char *before, *after, *file;

    assert_int_equal(
        run_in_folder("mine",
                      "\"$NORMLAB\" settle mine.yaml --hours 1 --decided -q >/dev/null &&"
                      " \"$NORMLAB\" claims mine.yaml | grep -A1 best",
                      &before, NULL),
        0);
    assert_holds(before, ", confirmed: best");
    file = read_in_folder("mine/results", "mine.settle");
    assert_holds(file, " axis=lr a=0.01,0.1\n");
    free(file);
    assert_int_equal(
        run_in_folder("mine",
                      "\"$NORMLAB\" run mine.yaml lr=1,0.001 --seeds 0,1,100-120 --no-plot -q"
                      " >/dev/null && \"$NORMLAB\" claims mine.yaml | grep -A1 best",
                      &after, NULL),
        0);
    assert_string_equal(before, after);
    free(before);
    free(after);
    /* a line without the values, as older versions wrote it: then fresh seeds need as many trials as others have */
    assert_int_equal(
        run_in_folder("mine",
                      "sed -i 's/ axis=lr.*//' results/mine.settle &&"
                      " \"$NORMLAB\" run mine.yaml lr=0.05 --seeds 0 --no-plot -q >/dev/null &&"
                      " \"$NORMLAB\" settle mine.yaml --hours 1 --decided -n | grep best",
                      &after, NULL),
        0);
    assert_holds(after, "its fresh seeds lack trials that others have");
    free(after);
}

static void test_command(void **state)
{
    char *out, *err, *file, *table;

    (void)state;
    assert_int_equal(run_in_folder("mine",
                                   "cat >mine.yaml <<'END'\n" MINE "END\n"
                                   "\"$NORMLAB\" run mine.yaml --no-plot -q >/dev/null",
                                   NULL, NULL),
                     0);
    assert_int_equal(run_in_folder("mine", "\"$NORMLAB\" table mine.yaml", &table, NULL), 0);
    assert_int_equal(
        run_in_folder("mine", "\"$NORMLAB\" settle mine.yaml --hours 1 -n --json", &out, NULL), 0);
    assert_non_null(json_value(json_blank(out)));
    assert_holds(out, "\"plan\": \"run\"");
    assert_null(strstr(out, "clear"));
    free(out);
    assert_int_equal(
        run_in_folder("mine", "\"$NORMLAB\" settle mine.yaml --hours 1 --decided -n", &out, NULL),
        0);
    assert_holds(out, " run                        clear");
    free(out);
    assert_int_equal(
        run_in_folder("mine", "\"$NORMLAB\" settle mine.yaml --hours 1e-9 -n", &out, NULL), 0);
    assert_holds(out, " beyond the budget ");
    assert_holds(out, "0 of ");
    free(out);
    assert_int_equal(run_in_folder("mine", "ls results/*.settle 2>/dev/null", &out, NULL), 2);
    free(out);
    assert_int_equal(
        run_in_folder("mine", "\"$NORMLAB\" settle mine.yaml --hours 1 -j2", &out, &err), 0);
    assert_holds(out, ", confirmed: open");
    free(out);
    free(err);
    file = read_in_folder("mine/results", "mine.settle");
    assert_holds(file, "# open");
    assert_holds(file, " first_seed=100 seeds=");
    assert_holds(file, " pairs=3 ");
    free(file);
    /* no fresh trial is older than the registration */
    assert_int_equal(
        run_in_folder("mine",
                      "find results/mine -name '*.h5' ! -newer results/mine.settle | grep -c .",
                      &out, NULL),
        0);
    assert_int_equal(atoi(out), 6);
    free(out);
    assert_int_equal(run_in_folder("mine", "\"$NORMLAB\" claims mine.yaml", &out, NULL), 0);
    assert_holds(out, ", confirmed: open");
    assert_holds(out, "normlab run mine.yaml --seeds 100-");
    assert_holds(out, ": clear");
    free(out);
    /* tables show the exploratory seeds alone */
    assert_int_equal(run_in_folder("mine", "\"$NORMLAB\" table mine.yaml", &out, NULL), 0);
    assert_string_equal(out, table);
    free(out);
    free(table);
    file = read_in_folder("mine/results", "mine.txt");
    assert_holds(file, "6 trials: ");
    assert_holds(file, "Tables and figures of trials show seeds below 100");
    free(file);
    /* a stopped call has written no summary; the next one does, also when nothing is left to train */
    assert_int_equal(run_in_folder("mine",
                                   "rm results/mine.txt && \"$NORMLAB\" settle mine.yaml --hours 1",
                                   &out, &err),
                     0);
    assert_holds(out, "0 of 0 claims");
    free(out);
    free(err);
    file = read_in_folder("mine/results", "mine.txt");
    assert_holds(file, ", confirmed open");
    free(file);
    assert_stays_confirmed();
    assert_int_equal(
        run_in_folder(
            "mine",
            "echo claim=1 >>results/mine.settle && \"$NORMLAB\" settle mine.yaml --hours 1 -n",
            &out, &err),
        1);
    assert_holds(err, "results/mine.settle: line ");
    free(out);
    free(err);
}

#define LATER                                                                                                  \
    "name: later\nversion: 1\nleast_seeds: 3\ntitle: t\nquestion: q\naxes: [norm, lr]\npresets:\n"             \
    "  only:\n    about: a\n    seeds: 0-2\n"                                                                  \
    "    common: {data: synthetic, net: mlp hidden=8, train_count: 64, test_count: 200, epochs: 1, batch: 16," \
    " probe: moments+percentiles}\n"                                                                           \
    "    blocks:\n      - {norm: none, lr: [0.01, 0.1]}\n"                                                     \
    "claims:\n"

/* A claim about a column of a probe that is far below its margin. */
#define ABOUT(column, margin)                                                                      \
    "  - {text: " column " is at most " margin                                                     \
    ", source: s, expect: less, a: {lr: 0.01}, b: {lr: 0.1}, margin: " margin ","                  \
    " measure: {metric: " column ", layers: first, at: last}}\n"

#define FIRST                                                                                      \
    "cat >later.yaml <<'END'\n" LATER ABOUT(                                                       \
        "moments.pre_mean", "90") "END\n\"$NORMLAB\" run later.yaml --no-plot -q >/dev/null"

/* Writes later.yaml, settles its claims, and returns what `normlab claims` prints of them, a new string. */
static char *settle_later(const char *yaml)
{
    char *command = format_new("cat >later.yaml <<'END'\n%sEND\n"
                               "\"$NORMLAB\" settle later.yaml --hours 1 --decided -q >/dev/null &&"
                               " \"$NORMLAB\" claims later.yaml",
                               yaml);
    char *out;

    assert_int_equal(run_in_folder("later", command, &out, NULL), 0);
    free(command);
    return out;
}

/* Claims that are settled later, as one with another margin, get fresh seeds of their own, above all that were trained. Merged
 * files have of the profiles of fresh trials what claims read, and so decide without the trial files. */
static void test_later_claims(void **state)
{
    const char *all = LATER ABOUT("moments.pre_mean", "90") ABOUT("moments.pre_mean", "80")
        ABOUT("moments.post_mean", "90");
    char *out, *file;

    (void)state;
    assert_int_equal(run_in_folder("later", FIRST, NULL, NULL), 0);
    out = settle_later(LATER ABOUT("moments.pre_mean", "90"));
    assert_holds(out, ", confirmed: moments.pre_mean");
    free(out);
    out = settle_later(all);
    assert_holds(out, ", confirmed: moments.pre_mean is at most 80");
    assert_holds(out, ", confirmed: moments.post_mean");
    assert_int_equal(occurrences(out, " --seeds 100-105 "), 1);
    assert_int_equal(occurrences(out, " --seeds 106-111 "), 2);
    free(out);
    file = read_in_folder("later/results", "later.settle");
    assert_holds(file, " first_seed=100 seeds=6 ");
    assert_int_equal(occurrences(file, " first_seed=106 seeds=6 "), 2);
    free(file);
    assert_int_equal(run_in_folder("later", "ls results/later/*.h5 | wc -l", &out, NULL), 0);
    assert_int_equal(atoi(out), 2 * (3 + 6 + 6));
    free(out);
    assert_int_equal(run_in_folder("later", "rm -r results/later", NULL, NULL), 0);
    out = settle_later(all);
    assert_int_equal(occurrences(out, ", confirmed: "), 3);
    free(out);
    /* two registered claims whose seeds are not trained yet need the same trials, which count once */
    assert_int_equal(
        run_in_folder("later",
                      "sed -i 's/first_seed=106/first_seed=206/' results/later.settle &&"
                      " \"$NORMLAB\" settle later.yaml --hours 1 -n --json",
                      &out, NULL),
        0);
    assert_int_equal(occurrences(out, "\"plan\": \"goes on\""), 2);
    assert_int_equal(occurrences(out, "\"seconds\": 0,"), 1);
    free(out);
}

static void test_refused(void **state)
{
    static const struct refusal cases[] = {
        {"", 2, "--hours: how long may it take?"},
        {"--hours -1", 2, "should be a number above 0 and below 1000000"},
        {"--hours 1e9", 2, "should be a number above 0 and below 1000000"},
        {"batch_size --hours 1", 1, "no results of preset paper in ./results"},
        {"batch_sise --hours 1", 2, "did you mean 'batch_size'?"},
        {"batch_size --hours 1 --json", 2, "--json goes with --dry-run"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_command_refused("refused", "\"$NORMLAB\" settle ", &cases[i]);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest all[] = {
        cmocka_unit_test(test_known_sizes), cmocka_unit_test(test_few_seeds),
        cmocka_unit_test(test_shares),      cmocka_unit_test(test_question_of_shares),
        cmocka_unit_test(test_left_out),    cmocka_unit_test(test_errors),
        cmocka_unit_test(test_power),       cmocka_unit_test(test_registry),
        cmocka_unit_test(test_command),     cmocka_unit_test(test_later_claims),
        cmocka_unit_test(test_refused),
    };
    const struct CMUnitTest simulation[] = {cmocka_unit_test(test_errors),
                                            cmocka_unit_test(test_many_looks),
                                            cmocka_unit_test(test_power)};

    if (argc < 2)
        return cmocka_run_group_tests(all, NULL, NULL);
    simulated = atoi(argv[1]);
    return cmocka_run_group_tests(simulation, NULL, NULL);
}
