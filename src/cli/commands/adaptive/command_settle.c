#include "base/arena.h"
#include "base/error.h"
#include "base/formats/json.h"
#include "base/list.h"
#include "base/number.h"
#include "base/system/cores.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/listing.h"
#include "experiments/experiment.h"
#include "judge/settle/settle.h"
#include "sweep/merge.h"
#include "sweep/runs/workers.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The experiments whose claims may be settled, and their studies. */
struct settled {
    struct experiment **e; /* [count] */
    struct study *study;   /* [count] */
    int count;
    const char *root;
};

/* ---- experiments ---- */

/* Opens the main selection of an experiment's results, and takes over e. An experiment without results, or whose
 * results have other settings than the main preset, is left out and freed. asked: the user named it; the process then
 * ends after a message instead. */
static void add_experiment(struct settled *s, struct experiment *e, bool asked)
{
    struct study study;
    bool there = open_study(&study, e, s->root, SELECTION_MAIN);

    if (there && study.selection.preset == plan_main(&e->plan) && !*study.selection.others) {
        array_add(s->study, s->count) = study;
        s->e = xrealloc(s->e, (size_t)s->count * sizeof *s->e);
        s->e[s->count - 1] = e;
        return;
    }
    if (asked)
        die("%s: no results of preset %s in %s/results: normlab run %s comes first", e->plan.name,
            e->plan.preset[plan_main(&e->plan)].name, s->root, e->plan.typed);
    study_close(&study);
    experiment_free(e);
}

/* Opens the experiments name[names]; when names is 0, all. Returns false when some could not be loaded. */
static bool open_all(struct settled *s, char *const *name, int names)
{
    struct list all = {0};
    bool good = true;

    for (int i = 0; i < names; i++)
        add_experiment(s, find_experiment("settle", name[i]), true);
    if (names == 0)
        good = experiment_names(&all) == 0;
    for (int i = 0; i < all.count; i++) {
        struct experiment *e = load_experiment(all.item[i]);

        if (e)
            add_experiment(s, e, false);
        good = good && e;
    }
    list_clear(&all);
    return good;
}

static void close_all(struct settled *s)
{
    for (int i = 0; i < s->count; i++) {
        study_close(&s->study[i]);
        experiment_free(s->e[i]);
    }
    free(s->study);
    free(s->e);
}

/* ---- printing ---- */

static const struct claim *claim_of(const struct settled *s, const struct settle_item *item)
{
    return &s->study[item->study].claims[item->claim];
}

/* Adds what is done with the claim: "run", "run, 9 new values of lr", or why it is not run. */
static void print_what(const struct settle_plan *p, const struct settle_item *item, bool json,
                       struct text *out)
{
    int added = 0;

    for (int i = p->presets[item->study]; i < p->sweep[item->study].trials; i++)
        added += item->needs[i];
    text_add(out, "%s", item->why ? item->why : item->registered ? "goes on" : "run");
    if (added && !item->why && !json)
        text_add(out, ", %d new value%s of %s", added, plural(added), item->axis.key);
}

/* Adds the axis of the claim and the values of each cell. */
static void print_axis(struct listing *l, const struct settle_item *item)
{
    static const char *const name[PAIRED_CELLS] = {"a_values", "b_values", "a_base_values",
                                                   "b_base_values"};

    listing_text(l, "axis", item->axis.key, 0);
    for (int k = 0; k < PAIRED_CELLS; k++)
        if (item->axis.values[k].count) {
            char *values = list_join(&item->axis.values[k], ",");

            listing_text(l, name[k], values, 0);
            free(values);
        }
}

static void print_item(struct listing *l, const struct settled *s, const struct settle_plan *p,
                       const struct settle_item *item)
{
    struct text claim = {0}, what = {0};

    print_what(p, item, l->json, &what);
    claim_print(claim_of(s, item), &claim);
    listing_line(l);
    listing_text(l, "experiment", s->e[item->study]->plan.name, 21);
    listing_number(l, "seeds", item->seeds ? item->seeds : NAN, 5, 0);
    if (l->json)
        json_number(&l->line, "seconds", item->seconds);
    else
        listing_number(l, "minutes", item->seconds / 60, 8, 1);
    listing_text(l, "plan", what.s, 26);
    if (l->json) {
        json_number(&l->line, "exploratory_seeds", item->from.n ? item->from.n : NAN);
        json_number(&l->line, "mean", item->from.n ? item->from.mean : NAN);
        json_number(&l->line, "sd", item->from.n ? item->from.sd : NAN);
        if (item->axis.key)
            print_axis(l, item);
    }
    listing_text(l, "claim", claim.s, 0);
    listing_line_end(l);
    text_clear(&claim);
    text_clear(&what);
}

static void print_plan(const struct settled *s, const struct settle_plan *p, bool json)
{
    struct listing l = {.json = json};
    double seconds = 0;
    int run = 0;

    listing_heading(&l, "experiment", -21);
    listing_heading(&l, "seeds", 5);
    listing_heading(&l, "minutes", 8);
    listing_heading(&l, "plan", -26);
    listing_heading(&l, "claim", 0);
    listing_headings_end(&l);
    for (int i = 0; i < p->items; i++) {
        print_item(&l, s, p, &p->item[i]);
        if (p->item[i].why)
            continue;
        run++;
        seconds += p->item[i].seconds;
    }
    listing_end(&l);
    if (listing_is_table(&l))
        number_print(stdout, "%d of %d claim%s; %.2f hours, one trial at a time\n", run, p->items,
                     plural(p->items), seconds / 3600);
}

/* ---- running ---- */

/* Registers the claims whose fresh seeds are run for the first time. This comes before any of their trials, so that the
 * number of seeds cannot depend on results. Returns 0, or -1 after a message. */
static int register_claims(const struct settled *s, struct settle_plan *p)
{
    for (int i = 0; i < p->studies; i++) {
        int added = 0;

        for (int k = 0; k < p->items; k++) {
            const struct settle_item *item = &p->item[k];
            struct registration g = {.axis = (char *)item->axis.key,
                                     .first = item->first,
                                     .seeds = item->seeds,
                                     .pairs = item->from.n,
                                     .mean = item->from.mean,
                                     .sd = item->from.sd};
            struct text claim = {0};

            if (item->study != i || item->why || item->registered)
                continue;
            memcpy(g.values, item->axis.values, sizeof g.values);
            claim_id(claim_of(s, item), g.id);
            claim_print(claim_of(s, item), &claim);
            g.text = claim.s;
            registry_add(&p->registry[i], &g);
            text_clear(&claim);
            added++;
        }
        if (added && registry_write(&p->registry[i], s->root, s->study[i].name))
            return -1;
    }
    return 0;
}

/* Trains the fresh seeds of a claim and merges them. Returns an exit code; EXIT_PARTIAL when some trials failed. */
static int run_item(const struct settled *s, const struct settle_plan *p,
                    const struct settle_item *item, const struct pool_options *pool)
{
    struct pool_outcome outcome = {0};
    struct results r = {0};
    struct sweep sweep;
    int code = settle_sweep(p, item, &sweep) ? EXIT_FAILED : run_trials(&sweep, pool, &outcome);

    if (code == EXIT_DONE && pool_has_results(&outcome) &&
        merge_update(sweep.plan, s->root, sweep.name, &sweep, whole_command_line, &r))
        code = EXIT_FAILED;
    results_clear(&r);
    sweep_clear(&sweep);
    return code == EXIT_DONE && outcome.failed ? EXIT_PARTIAL : code;
}

/* Prints the verdicts on the claims that were run, which now rest on their fresh seeds, and writes the summaries of all
 * experiments with fresh seeds: a call that was stopped has not written them. Returns 0, or -1 after a message. */
static int show_verdicts(struct settled *s, const struct settle_plan *p)
{
    int bad = 0;

    for (int i = 0; i < s->count; i++) {
        study_close(&s->study[i]);
        open_study(&s->study[i], s->e[i], s->root, SELECTION_MAIN);
        if (s->study[i].verdicts.registry.first && write_summaries(&s->study[i], s->e[i]))
            bad = -1;
    }
    for (int i = 0; i < p->items; i++) {
        const struct settle_item *item = &p->item[i];
        const struct judgement *j = &s->study[item->study].verdicts.judgement[item->claim];
        struct text t = {0};
        char *verdict;

        if (item->why)
            continue;
        verdict = verdict_word(j);
        text_add(&t, "%s: ", verdict);
        claim_print(claim_of(s, item), &t);
        text_add(&t, "\n    ");
        claim_print_evidence(claim_of(s, item), j, &t);
        printf("%s\n", t.s);
        text_clear(&t);
        free(verdict);
    }
    return bad;
}

static int run_items(struct settled *s, struct settle_plan *p, const struct pool_options *pool)
{
    int code = EXIT_DONE;

    exit_on_signals();
    if (register_claims(s, p))
        return EXIT_FAILED;
    for (int i = 0; i < p->items; i++) {
        int ended;

        if (p->item[i].why)
            continue;
        ended = run_item(s, p, &p->item[i], pool);
        if (ended != EXIT_DONE && ended != EXIT_PARTIAL)
            return ended;
        code = ended == EXIT_PARTIAL ? ended : code;
    }
    return show_verdicts(s, p) ? EXIT_FAILED : code;
}

static double parse_hours(const char *text)
{
    double hours = text && number_is(text) ? number_parse(text, NULL) : NAN;

    if (!text)
        die_usage("settle", "--hours: how long may it take?");
    if (!(hours > 0 && hours < 1e6))
        die_usage("settle", "--hours %s: should be a number above 0 and below 1000000", text);
    return hours;
}

static int run(int argc, char **argv)
{
    struct pool_options pool = {.root = "."};
    const char *hours_text = NULL;
    bool dry_run = false, json = false, decided = false;
    const struct flag flags[] = {
        {"--hours", NULL, FLAG_TEXT, &hours_text}, {"--decided", NULL, FLAG_BOOL, &decided},
        {"--jobs", "-j", FLAG_INT, &pool.jobs},    {"--dry-run", "-n", FLAG_BOOL, &dry_run},
        {"--json", NULL, FLAG_BOOL, &json},        {"--quiet", "-q", FLAG_BOOL, &pool.quiet},
        {"--out", NULL, FLAG_TEXT, &pool.root},    {0},
    };
    int words = parse_arguments(argc, argv, flags, 0, ANY_NUMBER, ""), code;
    double hours = parse_hours(hours_text);
    struct settled s = {.root = pool.root};
    struct settle_plan p;
    bool good;

    if (json && !dry_run)
        die_usage("settle", "--json goes with --dry-run; for verdicts see normlab claims");
    pool.jobs = pool.jobs ? pool.jobs : cores_available();
    good = open_all(&s, argv + 1, words);
    if (settle_plan(&p, s.study, s.count, decided, hours * 3600 * pool.jobs)) {
        close_all(&s);
        return EXIT_FAILED;
    }
    if (!dry_run && source_is_dirty(source_commit()))
        warning(
            "this build has changes that its commit has not (%s), and the registrations will say so",
            source_commit());
    if (dry_run || !pool.quiet)
        print_plan(&s, &p, json);
    code = dry_run ? EXIT_DONE : run_items(&s, &p, &pool);
    settle_plan_clear(&p);
    close_all(&s);
    return code == EXIT_DONE && !good ? EXIT_FAILED : code;
}

const struct command command_settle = {
    "settle",
    "decide open claims by fresh seeds, whose number is fixed before they run",
    "usage: normlab settle [EXPERIMENT]... --hours H [-j N] [-n [--json]] [--decided] [-q]\n"
    "                      [--out DIR]\n\n"
    "Takes the claims that the results leave open (of all experiments, when none is named). From the seeds so\n"
    "far follows how many fresh seeds would answer each (supported, refuted or about the margin) with a\n"
    "probability of 80 %, and from the times of the trials what they cost. Fresh seeds are above all that were\n"
    "trained, at least 100. It writes these numbers, with time and commit, into DIR/results/EXPERIMENT.settle,\n"
    "then trains the fresh seeds, those registered before first, then the cheapest decision, and merges them.\n"
    "From then on such a claim is judged on its fresh seeds alone (\"confirmed\" in the ledger), and all others\n"
    "on the seeds below the first fresh one. A claim is settled once: what its fresh seeds leave open stays so.\n\n"
    "Where the steps of an axis leave open between which values a net still trains, as the largest usable lr, the\n"
    "fresh seeds get more values there: between the last usable and the first unusable one, or beyond the end.\n\n"
    "Left out are claims about the margin, other claims that a finer axis must decide, those with trials that\n"
    "diverge, those about the pairs that learn where some seeds do not, those that cost more than is left of the\n"
    "budget, and experiments that compare times.\n\n"
    "Trials are those of a sweep: the same command goes on after a stop, and several runs share a folder.\n\n"
    "  --hours H       the budget: hours of this machine, with -j trials at a time\n"
    "  --decided       also confirm the claims that the results decide\n"
    "  -j, --jobs N    trials at a time [the cores that this process may use]\n"
    "  -n, --dry-run   print the plan; register and run nothing\n"
    "  --json          with -n: as JSON\n"
    "  -q, --quiet     show no plan and no progress\n"
    "  --out DIR       folder that holds results/ [.]\n\n"
    "example: normlab settle batch_size --hours 1 -n\n",
    run,
};
