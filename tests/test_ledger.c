/* The ledger: rows and experiments fit together, p is corrected within an experiment, commands make the
 * trials that they say. */
#include "base/arena.h"
#include "base/system/file.h"
#include "claims.h"
#include "experiments/experiment.h"
#include "figures/forest.h"
#include "json.h"
#include "support.h"
#include "sweep/sweep.h"
#include "trials.h"
#include <stdio.h>
#include <wordexp.h>

static const struct claim_row *find_row(const char *id)
{
    const struct claim_row *row = claim_rows;

    while (row->id && strcmp(row->id, id))
        row++;
    return row->id ? row : NULL;
}

static bool declares(const struct experiment *e, const char *id)
{
    for (const struct claim *c = e->claims; c->id; c++)
        if (strcmp(c->id, id) == 0)
            return true;
    return false;
}

/* Every claim belongs to a row; every row is answered by an experiment or a test, or says what is missing. */
static void test_rows_and_experiments(void **state)
{
    (void)state;
    for (int i = 0; all_experiments()[i]; i++)
        for (const struct claim *c = all_experiments()[i]->claims; c->id; c++)
            if (!find_row(c->id))
                fail_msg("%s: no row of the ledger is called '%s'", all_experiments()[i]->plan.name,
                         c->id);
    for (const struct claim_row *row = claim_rows; row->id; row++) {
        bool answered = row->test || row->missing;

        assert_ptr_equal(find_row(row->id), row);
        for (int i = 0; all_experiments()[i]; i++)
            answered = answered || declares(all_experiments()[i], row->id);
        if (!answered)
            fail_msg("nothing is said of '%s'", row->id);
        if (row->missing)
            assert_null(test_experiment(row->missing));
    }
}

/* "tests/test_norms.c: test_toy_example" is there. */
static void test_named_tests_are_there(void **state)
{
    (void)state;
    for (const struct claim_row *row = claim_rows; row->id; row++) {
        char file[100], name[100], *path, *source, *line;
        size_t n;

        if (!row->test)
            continue;
        assert_int_equal(sscanf(row->test, "tests/%99[a-z_.]: %99s", file, name), 2);
        path = test_source(file);
        source = file_read(path, &n, false);
        assert_non_null(source);
        line = format_new("cmocka_unit_test(%s)", name);
        assert_non_null(strstr(source, line));
        free(line);
        free(source);
        free(path);
    }
}

/* One of the names in "batch_size, `normlab summary`, a test": an experiment, a test, or one that is to come. */
static void check_where(const struct claim_row *row, const char *name)
{
    const struct experiment *e = test_experiment(name);

    if (strcmp(name, "a test") == 0 || *name == '`')
        assert_non_null(row->test);
    else if (e)
        assert_true(declares(e, row->id));
    else
        assert_string_equal(row->missing, name);
}

/* The list of claims that the suite was given, where it is there: the same rows in the same order. */
static void test_rows_of_the_list(void **state)
{
    char *path = test_source("../../shared/claims.md"), *list, *line, *rest;
    const struct claim_row *row = claim_rows;
    size_t n;

    (void)state;
    if (!file_exists(path)) {
        free(path);
        skip_because("the list of claims lies outside the repository");
    }
    list = file_read(path, &n, false);
    line = strstr(list, "|---|---|---|---|\n");
    assert_non_null(line);
    line = strtok_r(strchr(line, '\n') + 1, "\n", &rest);
    for (; line && *line == '|'; line = strtok_r(NULL, "\n", &rest), row++) {
        char id[50], text[300], from[60], where[100], *name, *names;

        assert_int_equal(
            sscanf(line, "| %49[^|] | %299[^|] | %59[^|] | %99[^|] |", id, text, from, where), 4);
        id[strcspn(id, " ")] = '\0';
        assert_non_null(row->id);
        assert_string_equal(row->id, id);
        from[strlen(from) - 1] = '\0';
        assert_true(text_starts_with(row->from, from));
        assert_memory_equal(row->text, text, 20);
        where[strlen(where) - 1] = '\0';
        for (name = strtok_r(where, ",", &names); name; name = strtok_r(NULL, ",", &names))
            check_where(row, name + strspn(name, " "));
    }
    for (; row->id; row++) /* what others say */
        assert_true(*row->from != 'N');
    free(list);
    free(path);
}

/* ---- verdicts ---- */

#define CLAIM_OF(batch_a, batch_b, beside)                                                         \
    {                                                                                              \
        .id = "small-batch", .text = "t", .source = "s", .a = "batch=" batch_a,                    \
        .b = "batch=" batch_b, .of.metric = METRIC_test_error, .kind = CLAIM_MORE, .note = beside  \
    }

static const struct claim four[] = {CLAIM_OF("2", "32", "seen elsewhere"),
                                    CLAIM_OF("4", "32", NULL),
                                    CLAIM_OF("8", "32", NULL),
                                    CLAIM_OF("64", "32", NULL),
                                    {0}};
static const struct experiment made_up = {
    .plan.name = "batch_size", .plan.typed = "batch_size", .claims = four};

/* Batches 2, 4 and 8 each less clearly worse than 32; there are none of 64. */
static void make_four(struct results *r)
{
    static const double noise[5] = {0.12, -0.2, 0.05, 0.15, -0.1};

    memset(r, 0, sizeof *r);
    for (int i = 0; i < 5; i++) {
        add_trial(r, i, "batch=32", 10 + noise[(i + 2) % 5]);
        add_trial(r, i, "batch=2", 15 + noise[i]);
        add_trial(r, i, "batch=4", 11.5 + noise[i]);
        add_trial(r, i, "batch=8", 10 + noise[(i + 1) % 5]);
    }
}

/* What the forest plot has for claim number x; 0 when it has no such row. */
static double number_of(const struct plot_figure *f, enum plot_kind kind, int x)
{
    for (int i = 0; i < f->rows; i++)
        if (f->row[i].kind == kind && f->row[i].x == x)
            return f->row[i].y;
    return 0;
}

/* Holm's: over those claims that have a p. A verdict that it does not leave standing is told. */
static void test_holm_within_an_experiment(void **state)
{
    double p[4], want[4];
    struct results r;
    struct verdicts v;
    struct plot_figure forest;

    (void)state;
    make_four(&r);
    judge_all(&v, &made_up.plan, made_up.claims, &r);
    assert_int_equal(v.count, 4);
    assert_int_equal(v.judgement[0].verdict, SUPPORTED);
    assert_int_equal(v.judgement[1].verdict, SUPPORTED);
    assert_int_equal(v.judgement[3].verdict, NOT_RUN);
    for (int i = 0; i < 4; i++)
        p[i] = v.judgement[i].p;
    assert_true(isnan(p[3]));
    stats_holm(4, p, want);
    for (int i = 0; i < 3; i++) {
        CLOSE(v.judgement[i].p_holm, want[i]);
        assert_true(v.judgement[i].p_holm >= p[i]);
    }
    assert_true(v.judgement[0].p_holm >= 2 * p[0]); /* it is the smallest of three */
    v.judgement[0].p_holm = 0.051;
    assert_true(verdict_is_weak(&v.judgement[0]));
    forest_build(&forest, &v, &(struct plot_page){0}, 0);
    assert_true(number_of(&forest, PLOT_STAR, 1) == 1 && number_of(&forest, PLOT_STAR, 2) == 0);
    assert_holds(forest.caption, "; *: does not hold when corrected for the number of claims");
    plot_figure_clear(&forest);
    v.judgement[0].p_holm = NAN; /* it has no p, and rests on something else */
    assert_false(verdict_is_weak(&v.judgement[0]));
    verdicts_clear(&v);
    free_trials(&r);
}

/* Many claims go on several pages, each no higher than a page of paper on a wide and on a narrow page, in any size of
 * text; every claim stands on one of them. */
static void test_pages_of_forests(void **state)
{
    enum { CLAIMS = 60 };
    const struct plot_page size[] = {{0, 0}, {3.4, 0}, {7, 12}};
    static const double d[5] = {2, 3, 2.5, 2.2, 2.8};
    struct claim claims[CLAIMS + 1] = {{0}};
    char *folder = test_path("pages/x"), *version = plot_version();
    struct results r;
    struct verdicts v;

    (void)state;
    make_pairs(&r, 5, d);
    for (int i = 0; i < CLAIMS; i++) {
        claims[i] = more;
        claims[i].text =
            "with so many words that it takes two or three lines, and more of them on a "
            "narrow page, BatchNorm has a higher error at the smallest batch";
    }
    judge_all(&v, &made_up.plan, claims, &r);
    for (int k = 0; k < 3; k++) {
        int pages = forest_pages(&v, &size[k]), found = 0;

        assert_in_range(pages, 2, 12);
        for (int i = 0; i < pages; i++) {
            struct plot_figure f;
            char *name = forest_name(i), *path = format_new("%s/%s.svg", folder, name), *text;
            size_t n;

            forest_build(&f, &v, &size[k], i);
            assert_string_equal(f.name, name);
            assert_true(f.categories > 2);
            found += f.categories;
            if (*version) {
                double width, height;

                assert_int_equal(plot_write(&f, folder, "svg"), 0);
                text = file_read(path, &n, true);
                assert_int_equal(
                    sscanf(strstr(text, "viewBox="), "viewBox=\"0 0 %lf %lf\"", &width, &height),
                    2);
                if (!(height / 96 < 9.6))
                    fail_msg("page %d is %.1f inches high", i, height / 96);
                free(text);
            }
            plot_figure_clear(&f);
            free(name);
            free(path);
        }
        assert_int_equal(found, CLAIMS);
    }
    verdicts_clear(&v);
    free_trials(&r);
    free(version);
    free(folder);
}

/* What was lost is counted in the figure, also where nothing else is there. */
static void test_forest_of_losses(void **state)
{
    struct results r;
    struct verdicts v;
    struct plot_figure forest;

    (void)state;
    make_four(&r);
    for (int i = 0; i < r.records; i++)
        if (!strcmp(record_get(&r.record[i], "batch"), "2") ||
            (!strcmp(record_get(&r.record[i], "batch"), "4") && r.record[i].seed < 2))
            r.record[i].result.status = TRIAL_DIVERGED;
    judge_all(&v, &made_up.plan, made_up.claims, &r);
    assert_int_equal(v.judgement[0].verdict, SUPPORTED);
    forest_build(&forest, &v, &(struct plot_page){0}, 0);
    assert_int_equal(forest.categories, 3);
    assert_true(isnan(number_of(&forest, PLOT_MEAN, 1)) &&
                number_of(&forest, PLOT_UNSUCCESSFUL, 1) == 5);
    assert_true(number_of(&forest, PLOT_TRIALS, 2) == 3 &&
                number_of(&forest, PLOT_UNSUCCESSFUL, 2) == 2);
    assert_true(number_of(&forest, PLOT_TRIALS, 3) == 5 &&
                number_of(&forest, PLOT_UNSUCCESSFUL, 3) == 0);
    assert_string_equal(forest.category[0], "t (judged by ranks)");
    assert_string_equal(forest.category[2], "t");
    plot_figure_clear(&forest);
    verdicts_clear(&v);
    free_trials(&r);
}

/* That a claim is judged by shares of seeds is told: the drawn interval, of the seeds that learn, says nothing of it. */
static void test_forest_of_shares(void **state)
{
    struct results r = {0};
    struct verdicts v;
    struct plot_figure forest;

    (void)state;
    for (int i = 0; i < 10; i++) {
        add_trial(&r, i, "batch=2", i < 3 ? 14 + 0.1 * i : 90);
        add_trial(&r, i, "batch=32", 14 + 0.1 * i);
    }
    judge_all(&v, &made_up.plan, made_up.claims, &r);
    assert_int_equal(v.judgement[0].verdict, SUPPORTED);
    forest_build(&forest, &v, &(struct plot_page){0}, 0);
    assert_string_equal(forest.category[0],
                        "t (judged by how many of 10 seeds learn: 3 against 10)");
    plot_figure_clear(&forest);
    verdicts_clear(&v);
    free_trials(&r);
}

/* A diverged trial has no ratio of gradients, and counts against either side: the interval and the ranks decide together. */
static void test_forest_of_ranks_too(void **state)
{
    struct claim claims[2] = {four[0], {0}};
    struct results r = {0};
    struct verdicts v;
    struct plot_figure forest;

    (void)state;
    claims[0].of.metric = METRIC_grad_ratio;
    for (int i = 0; i < 10; i++) {
        add_trial(&r, i, "batch=2", 1)->result.curve[METRIC_grad_ratio][1] = 14 + 0.1 * i;
        add_trial(&r, i, "batch=32", 1)->result.curve[METRIC_grad_ratio][1] = 3 + 0.1 * (i % 3);
    }
    r.record[0].result.status = TRIAL_DIVERGED;
    judge_all(&v, &made_up.plan, claims, &r);
    forest_build(&forest, &v, &(struct plot_page){0}, 0);
    assert_string_equal(forest.category[0], "t (judged by ranks, too)");
    plot_figure_clear(&forest);
    verdicts_clear(&v);
    free_trials(&r);
}

/* Results of another version of the experiment are told as what they are. */
static void test_stale_results(void **state)
{
    struct results r;
    struct verdicts v;
    char *stale;

    (void)state;
    make_four(&r);
    judge_all(&v, &made_up.plan, made_up.claims, &r);
    assert_null(verdicts_stale(&v));
    v.version = 1;
    stale = verdicts_stale(&v);
    assert_string_equal(stale,
                        "These results are of version 1 of the experiment, which is at 0 now: "
                        "normlab run batch_size makes them anew.");
    free(stale);
    verdicts_clear(&v);
    verdicts_init(&v, &made_up.plan, made_up.claims);
    assert_null(verdicts_stale(&v));
    verdicts_clear(&v);
    free_trials(&r);
}

/* A command names what `normlab run` would not take by itself. */
static void test_command_of_a_selection(void **state)
{
    const struct plan *plan = &test_experiment("batch_size")->plan;
    const char *usual = plan->preset[PRESET_PAPER].seeds,
               *usual_demo = plan->preset[PRESET_DEMO].seeds;
    const struct {
        const char *preset, *seeds, *root, *want;
    } cases[] = {
        {NULL, NULL, NULL, "normlab run batch_size batch=2,32"},
        {"paper", usual, ".", "normlab run batch_size batch=2,32"},
        {"paper", "0-99", ".", "normlab run batch_size --seeds 0-99 batch=2,32"},
        {"demo", usual_demo, ".", "normlab run batch_size --preset demo batch=2,32"},
        {"demo", usual_demo, "it's here",
         "normlab run batch_size --preset demo --out 'it'\\''s here' batch=2,32"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *seeds = cases[i].seeds ? xstrdup(cases[i].seeds) : NULL;
        struct verdicts v = {
            .plan = plan, .preset = cases[i].preset, .seeds = seeds, .root = cases[i].root};
        struct text t = {0};

        claim_command(&v, &four[0], &t);
        assert_string_equal(t.s, cases[i].want);
        text_clear(&t);
        free(seeds);
    }
}

/* A path with a comma stands in the command as one value. */
static void test_command_with_comma(void **state)
{
    static const struct claim of_pictures = {
        .text = "a claim",
        .a = "norm=none data=folder:/my,pictures",
        .b = "norm=batchnorm data=\"folder:/my\\,pictures\"",
    };
    struct verdicts v = {.plan = &made_up.plan};
    struct text t = {0};

    (void)state;
    claim_command(&v, &of_pictures, &t);
    assert_string_equal(t.s,
                        "normlab run batch_size norm=none,batchnorm 'data=folder:/my\\,pictures'");
    text_clear(&t);
}

static bool in_a_cell(const struct config *trial, const struct claim *c)
{
    const char *const cells[] = {c->a, c->b, c->a_base, c->b_base};
    struct record record = {.config = *trial};
    bool in = false;

    for (int i = 0; i < 4 && !in; i++) {
        struct config cell = {0};

        if (!cells[i])
            continue;
        cell_parse(cells[i], &cell);
        in = record_in_cell(&record, &cell);
        config_clear(&cell);
    }
    return in;
}

/* Fails unless the command, as a shell takes it apart, makes all of the preset's trials in the claim's cells. */
static void check_command(const struct experiment *e, const struct sweep *all,
                          const struct claim *c)
{
    struct verdicts v = {.plan = all->plan};
    struct text command = {0};
    struct sweep s;
    wordexp_t words;

    claim_command(&v, c, &command);
    assert_int_equal(wordexp(command.s, &words, WRDE_NOCMD | WRDE_UNDEF), 0);
    assert_int_equal(
        experiment_expand(&s, e, PRESET_PAPER, words.we_wordv + 3, (int)words.we_wordc - 3, "0"),
        0);
    for (int i = 0; i < all->trials; i++) {
        bool made = !in_a_cell(&all->trial[i].config, c);

        for (int k = 0; k < s.trials && !made; k++)
            made = strcmp(s.trial[k].key, all->trial[i].key) == 0;
        if (!made)
            fail_msg("%s: '%s' leaves out trial %s", c->text, command.s, all->trial[i].key);
    }
    wordfree(&words);
    sweep_clear(&s);
    text_clear(&command);
}

static void test_every_command(void **state)
{
    (void)state;
    for (int i = 0; all_experiments()[i]; i++) {
        struct sweep all;

        assert_int_equal(experiment_expand(&all, all_experiments()[i], PRESET_PAPER, NULL, 0, "0"),
                         0);
        for (const struct claim *c = all_experiments()[i]->claims; c->id; c++)
            check_command(all_experiments()[i], &all, c);
        sweep_clear(&all);
    }
}

/* An experiment of one's own may claim what no row has: it gets one. */
static void test_claims_without_a_row(void **state)
{
    static const struct claim own[] = {
        {.id = "mine", .text = "t", .source = "s", .a = "batch=2", .b = "batch=32"}, {0}};
    static const struct experiment e = {
        .plan.name = "e", .plan.typed = "e", .plan.title = "of my own", .claims = own};
    struct verdicts v;
    struct claim_row *rows;
    int n = 0;

    (void)state;
    verdicts_init(&v, &e.plan, e.claims);
    rows = ledger_rows(claim_rows, &v, 1);
    while (claim_rows[n].id)
        n++;
    assert_string_equal(rows[0].id, claim_rows[0].id);
    assert_string_equal(rows[n].id, "mine");
    assert_string_equal(rows[n].text, "of my own");
    assert_null(rows[n + 1].id);
    free(rows);
    verdicts_clear(&v);
}

/* Over the ledger: by Benjamini and Hochberg over the claims of all experiments that have a p. */
static void test_false_discoveries_in_the_ledger(void **state)
{
    double p[8], want[8];
    struct results r;
    struct verdicts v[2];
    char *text = NULL;
    size_t size;
    FILE *out = open_memstream(&text, &size);

    (void)state;
    make_four(&r);
    for (int i = 0; i < 2; i++)
        judge_all(&v[i], &made_up.plan, made_up.claims, &r);
    v[1].judgement[0].p = 0.9;
    for (int i = 0; i < 8; i++)
        p[i] = v[i / 4].judgement[i % 4].p;
    stats_benjamini_hochberg(8, p, want);
    assert_true(isnan(v[0].judgement[0].p_fdr));
    ledger_correct(v, 2);
    for (int i = 0; i < 8; i++)
        assert_true(isnan(p[i]) ? isnan(v[i / 4].judgement[i % 4].p_fdr)
                                : v[i / 4].judgement[i % 4].p_fdr == want[i]);
    assert_true(verdict_stands_by_fdr(&v[0].judgement[0]));
    assert_false(verdict_stands_by_fdr(&v[1].judgement[0]));
    ledger_print(out, claim_rows, v, 2, true);
    fclose(out);
    assert_holds(text,
                 "\n3 of 4 supported and refuted verdicts with a p stand when p is corrected");
    assert_holds(text, " by Benjamini-Hochberg\n");
    free(text);
    for (int i = 0; i < 2; i++)
        verdicts_clear(&v[i]);
    free_trials(&r);
}

/* An experiment may ask for more seeds than there are: then the same numbers are no verdict. */
static void test_no_verdict_from_too_few_seeds(void **state)
{
    struct results r;

    (void)state;
    make_four(&r);
    for (int least = 5; least <= 6; least++) {
        struct plan plan = made_up.plan;
        struct verdicts v;
        struct text remedy = {0};

        plan.least_seeds = least;
        judge_all(&v, &plan, made_up.claims, &r);
        assert_int_equal(v.judgement[0].verdict, least == 5 ? SUPPORTED : OPEN);
        assert_int_equal(v.judgement[3].verdict, NOT_RUN);
        claim_print_remedy(&made_up.claims[0], &v.judgement[0], &remedy);
        if (least == 6)
            assert_string_equal(remedy.s, "there is no verdict from fewer than 6 seeds");
        text_clear(&remedy);
        verdicts_clear(&v);
    }
    free_trials(&r);
}

/* What the intervals cover: the choice of samples where trials draw some of them by their seeds. */
static void test_what_intervals_cover(void **state)
{
    static const char *const config[] = {
        "data_seed=seed train_count=100", "data_seed=seed train_count=100",
        "data_seed=first train_count=100", "data_seed=seed train_count=all"};
    struct results r = {0};
    char *none;

    (void)state;
    for (int n = 1; n <= 4; n++) {
        char *words;

        add_trial(&r, n, config[n - 1], 10);
        words = verdicts_cover(&(struct verdicts){0}, &r);
        assert_holds(words, "which training samples are drawn");
        assert_int_equal(
            strstr(
                words,
                "drawn, of those trials that draw some; not another choice of test samples, nor, for the other trials, of training") !=
                NULL,
            n > 2);
        free(words);
    }
    for (int n = 0; n < 4; n++)
        config_set(&r.record[n].config, "data_seed", "first");
    none = verdicts_cover(&(struct verdicts){0}, &r);
    assert_null(strstr(none, "are drawn"));
    assert_holds(none, "not another choice of training or test samples");
    free(none);
    free_trials(&r);
}

/* ---- what is printed ---- */

enum form { LEDGER, LEDGER_CLAIMED, LEDGER_JSON, ONE_EXPERIMENT };

/* Of the made-up claims, the second one weak. */
static char *printed(enum form form)
{
    struct results r;
    struct verdicts v;
    char *text = NULL;
    size_t size;
    FILE *out = open_memstream(&text, &size);

    make_four(&r);
    judge_all(&v, &made_up.plan, made_up.claims, &r);
    v.judgement[1].p_holm = 0.2;
    if (form == LEDGER_JSON)
        ledger_print_json(out, claim_rows, &v, 1, false);
    else if (form == ONE_EXPERIMENT)
        verdicts_print(out, &v, &r);
    else
        ledger_print(out, claim_rows, &v, 1, form == LEDGER_CLAIMED);
    fclose(out);
    verdicts_clear(&v);
    free_trials(&r);
    return text;
}

static void test_ledger_in_words(void **state)
{
    char *text = printed(LEDGER);

    (void)state;
    for (const struct claim_row *row = claim_rows; row->id; row++) {
        assert_holds(text, row->text);
        if (row->missing) {
            char *missing = format_new("no experiment yet: %s", row->missing);

            assert_holds(text, missing);
            free(missing);
        }
    }
    assert_non_null(strstr(text, "by test: tests/test_norms.c: test_toy_example"));
    assert_non_null(strstr(text, "      +5.00 points, 95 % interval +"));
    assert_holds(text, "small-batch: Test_error is 5 points higher (");
    assert_holds(text, "\n  claim: BatchNorm degrades at batch 1 to 4 ");
    assert_holds(text, "  supported: t [s]\n");
    assert_holds(text, "\n      Note: seen elsewhere.\n");
    assert_holds(text, "  supported*: t [s]\n");
    assert_non_null(strstr(text, "      normlab run batch_size batch=2,32\n"));
    assert_non_null(strstr(
        text, "4 comparisons: 2 supported, 0 refuted, 1 about the margin, 0 open, 1 not run\n"));
    free(text);
    text = printed(LEDGER_CLAIMED);
    assert_null(strstr(text, "landscape"));
    assert_non_null(strstr(text, "small-batch: "));
    free(text);
}

static void test_verdicts_of_one_experiment(void **state)
{
    char *text = printed(ONE_EXPERIMENT);

    (void)state;
    assert_true(text_starts_with(text, "  supported    t [small-batch; s]\n    test_error: "));
    assert_holds(text, "\n    Note: seen elsewhere.\n  supported*   t [");
    free(text);
}

/* Has the comparison, the n-th, this for stands_by_holm? */
static bool holm_of(const char *json, int n, const char *want)
{
    const char *at = json;

    for (int i = 0; i <= n; i++) {
        at = strstr(at, "\"stands_by_holm\": ");
        assert_non_null(at);
        at += strlen("\"stands_by_holm\": ");
    }
    return text_starts_with(at, want);
}

static void test_ledger_as_json(void **state)
{
    char *text = printed(LEDGER_JSON);

    (void)state;
    for (const struct claim_row *row = claim_rows; row->id; row++)
        if (row->missing) {
            char *missing = format_new("\"missing_experiment\": \"%s\"", row->missing);

            assert_holds(text, missing);
            free(missing);
        }
    assert_json(text);
    assert_holds(text, "\"answer\": \"Test_error is 5 points higher (");
    assert_non_null(strstr(text, "\"verdict\": \"supported\""));
    assert_non_null(
        strstr(text, "\"seeds\": [{\"seed\": 0, \"a\": 15.12, \"b\": 10.05, \"difference\": "));
    assert_non_null(strstr(text, "\"command\": \"normlab run batch_size batch=2,32\""));
    assert_holds(text, "\"note\": \"seen elsewhere\"");
    assert_holds(text, "\"note\": null");
    assert_null(strstr(text, "nan"));
    assert_true(holm_of(text, 0, "true") && holm_of(text, 1, "false"));
    assert_true(holm_of(text, 2, "null") && holm_of(text, 3, "null")); /* open, not run */
    free(text);
}

/* Of a ratio, numbers are logarithms, and what they stand for is beside them. */
static void test_ratio_as_json(void **state)
{
    static const struct claim thrice[] = {{.id = "small-batch",
                                           .text = "t",
                                           .source = "s",
                                           .a = "batch=2",
                                           .b = "batch=32",
                                           .of.metric = METRIC_test_error,
                                           .kind = CLAIM_MORE,
                                           .ratio = true,
                                           .margin = 2},
                                          {0}};
    const struct plan plan = {.name = "batch_size", .typed = "batch_size"};
    struct results r = {0};
    struct verdicts v;
    char *text = NULL;
    size_t size;
    FILE *out = open_memstream(&text, &size);

    (void)state;
    for (int i = 0; i < 5; i++) {
        add_trial(&r, i, "batch=2", i < 2 ? 24 : 36);
        add_trial(&r, i, "batch=32", 10);
    }
    judge_all(&v, &plan, thrice, &r);
    ledger_print_json(out, claim_rows, &v, 1, true);
    fclose(out);
    assert_json(text);
    assert_holds(text, "\"margin\": 0.6931471805599453, \"factor_margin\": 2, \"half_margin\": "
                       "0.34657359027997264, \"unit\": \"log\"");
    CLOSE(strtod(strstr(text, "\"factor\": ") + strlen("\"factor\": "), NULL),
          exp((2 * log(2.4) + 3 * log(3.6)) / 5));
    CLOSE(strtod(strstr(text, "\"factor_low\": ") + strlen("\"factor_low\": "), NULL),
          exp(v.judgement[0].paired.difference.low));
    free(text);
    verdicts_clear(&v);
    free_trials(&r);
}

/* Results of a build with changes say so in the ledger, whichever of several builds it was. */
static void test_dirty_results(void **state)
{
    static const struct {
        const char *commit;
        bool dirty;
    } made[] = {{"0123456789ab", false},
                {"unknown", false},
                {"0123456789ab-dirty", true},
                {"0123456789ab; ba9876543210-dirty", true}};

    (void)state;
    assert_false(source_is_dirty(NULL));
    for (size_t i = 0; i < sizeof made / sizeof *made; i++) {
        struct results r = {0};
        struct verdicts v;
        char *text = NULL, *dirty;
        size_t size;
        FILE *out = open_memstream(&text, &size);

        config_set(&r.provenance, "source_commit", made[i].commit);
        judge_all(&v, &made_up.plan, made_up.claims, &r);
        dirty = verdicts_dirty(&v);
        assert_true((dirty != NULL) == made[i].dirty);
        ledger_print(out, claim_rows, &v, 1, true);
        fclose(out);
        if (dirty) {
            assert_holds(dirty, made[i].commit);
            assert_holds(text, dirty);
        } else {
            assert_null(strstr(text, "from a build with changes"));
        }
        free(dirty);
        free(text);
        verdicts_clear(&v);
        config_clear(&r.provenance);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ratio_as_json),
        cmocka_unit_test(test_rows_and_experiments),
        cmocka_unit_test(test_named_tests_are_there),
        cmocka_unit_test(test_rows_of_the_list),
        cmocka_unit_test(test_holm_within_an_experiment),
        cmocka_unit_test(test_what_intervals_cover),
        cmocka_unit_test(test_no_verdict_from_too_few_seeds),
        cmocka_unit_test(test_false_discoveries_in_the_ledger),
        cmocka_unit_test(test_pages_of_forests),
        cmocka_unit_test(test_forest_of_losses),
        cmocka_unit_test(test_forest_of_shares),
        cmocka_unit_test(test_forest_of_ranks_too),
        cmocka_unit_test(test_stale_results),
        cmocka_unit_test(test_dirty_results),
        cmocka_unit_test(test_command_of_a_selection),
        cmocka_unit_test(test_command_with_comma),
        cmocka_unit_test(test_every_command),
        cmocka_unit_test(test_claims_without_a_row),
        cmocka_unit_test(test_ledger_in_words),
        cmocka_unit_test(test_verdicts_of_one_experiment),
        cmocka_unit_test(test_ledger_as_json),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
