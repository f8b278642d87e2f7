/* Writes the checklist's file, and its sections about claims, runs, settings and statistics. */
#include "base/list.h"
#include "base/system/file.h"
#include "report/checklist/checklist_internal.h"
#include "report/report.h"
#include "store/description.h"
#include <stdlib.h>
#include <string.h>

/* ---- claims and runs ---- */

static void add_claims(struct checklist *c)
{
    struct verdict_count all = {0};
    int exploratory = 0, confirmatory = 0;

    checklist_heading(c, "Claims, and what their verdicts rest on");
    for (int i = 0; i < c->count; i++) {
        const struct verdicts *v = &c->source[i].study->verdicts;
        struct verdict_count one = ledger_count(v, 1, NULL);

        all.all += one.all;
        for (int k = 0; k < VERDICTS; k++) {
            all.of[k] += one.of[k];
            all.weak[k] += one.weak[k];
        }
        for (int k = 0; k < v->count; k++)
            *(v->claims[k].status == CLAIM_CONFIRMATORY ? &confirmatory : &exploratory) += 1;
    }
    text_add(
        &c->out,
        "- Comparisons that were declared: %d. Supported: %d. Refuted: %d. About the margin: %d. Open: %d. Without trials: "
        "%d. Supported or refuted, but not after the correction for the number of comparisons in the "
        "experiment: %d.\n",
        all.all, all.of[SUPPORTED], all.of[REFUTED], all.of[ABOUT_MARGIN], all.of[OPEN],
        all.of[NOT_RUN], all.weak[SUPPORTED] + all.weak[REFUTED]);
    text_add(
        &c->out,
        "- Confirmatory, with claim and margin fixed before anyone saw these results: %d. Exploratory: %d.\n",
        confirmatory, exploratory);
    checklist_ask(c, "abstract and introduction claim no more than this, and no other settings.");
}

/* Adds the messages of the trials with this status: for each of the first KINDS kinds of message, how many trials have it.
 * Messages that differ only in numbers are of one kind, and show "N" for each number. */
static void add_messages(struct text *out, const struct results *r, enum trial_status status)
{
    enum { KINDS = 5 };
    struct list kind = {0};
    int *first;

    for (int i = 0; i < r->records; i++) {
        struct text message = {0};

        if (r->record[i].result.status != status)
            continue;
        for (const char *s = r->record[i].result.message; s && *s;) {
            size_t digits = strspn(s, "0123456789");

            text_addn(&message, digits ? "N" : s, 1);
            s += digits ? digits : 1;
        }
        list_add(&kind, text_str(&message));
        text_clear(&message);
    }
    list_sort(&kind);
    first = list_first(&kind);
    for (int i = 0, end, kinds = 0; i < kind.count; i = end, kinds++) {
        for (end = i; end < kind.count && first[end] == i;)
            end++;
        if (kinds == KINDS)
            text_add(out, "; and other messages");
        if (kinds >= KINDS)
            continue;
        text_add(out, "%s%d with the message \"", kinds ? "; " : ": ", end - i);
        markdown_add(out, kind.item[i]);
        text_add(out, "\"");
    }
    free(first);
    list_clear(&kind);
}

static void add_runs(struct checklist *c)
{
    checklist_heading(c, "Number of runs, and runs that failed");
    text_add(
        &c->out,
        "| experiment | preset | seeds | training runs | to their end | diverged | refused at set-up | "
        "evaluations | not shown |\n|---|---|---|--:|--:|--:|--:|--:|--:|\n");
    for (int i = 0; i < c->count; i++) {
        const struct study *s = c->source[i].study;
        struct sums sums = {0};

        sums_add(&sums, shown(c, i));
        text_add(&c->out, "| %s | %s | %s | %d | %d | %d | %d | %.0f | %d |\n", s->plan->name,
                 s->verdicts.preset, s->verdicts.seeds, sums.trials - sums.status[TRIAL_REFUSED],
                 sums.status[TRIAL_DONE], sums.status[TRIAL_DIVERGED], sums.status[TRIAL_REFUSED],
                 sums.evaluations, s->selection.left_out + s->selection.hidden);
    }
    text_add(&c->out, "\n");
    for (int i = 0; i < c->count; i++)
        for (enum trial_status t = TRIAL_DIVERGED; t <= TRIAL_REFUSED; t++) {
            struct text messages = {0};

            add_messages(&messages, shown(c, i), t);
            if (messages.length)
                text_add(&c->out, "- %s, %s%s\n", c->source[i].study->plan->name,
                         trial_status_name[t], messages.s);
            text_clear(&messages);
        }
    for (int i = 0; i < c->count; i++)
        if (c->source[i].study->verdicts.left_out)
            markdown_item(&c->out, c->source[i].study->plan->name,
                          c->source[i].study->verdicts.left_out);
    text_add(
        &c->out,
        "- Trained to their end, diverged and refused trials are all results, and are all counted. A trial whose "
        "process failed has no result, and is not counted.\n");
}

/* ---- settings ---- */

static bool is_of_test(enum metric m)
{
    return text_starts_with(metric_info[m].name, "test_");
}

/* Adds the measure to `chosen`, if it chooses a value of a key by results: a measure along an axis. */
static void add_choice(struct list *chosen, const struct measure *m)
{
    struct text t = {0};

    if (!measure_is_along(m))
        return;
    measure_print(m, &t);
    if (!m->profile.probe && is_of_test(m->metric) && (!m->has_by || is_of_test(m->by)))
        text_add(&t, " (chosen by the test samples on which it is reported)");
    list_add_new(chosen, t.s);
    text_clear(&t);
}

/* Adds the settings of source i, and which values were chosen by results. */
static void add_settings_of(struct checklist *c, int i)
{
    const struct checklist_source *s = &c->source[i];
    struct description d;
    struct list chosen = {0};

    text_add(&c->out, "\n### %s\n\n", s->study->plan->name);
    description_init(&d, shown(c, i));
    for (int k = 0; k < d.lines; k++)
        markdown_item(&c->out, d.line[k].name, d.line[k].words);
    description_clear(&d);
    if (*s->study->selection.others)
        markdown_item(&c->out, "other settings than the preset's", s->study->selection.others);
    for (const struct claim *claim = s->study->claims; claim && claim->id; claim++)
        if (claim->kind != CLAIM_REFUSED)
            add_choice(&chosen, &claim->of);
    for (const struct table_request *q = s->tables; q && q->title; q++)
        add_choice(&chosen, &q->of);
    for (const struct figure_request *q = s->figures; q && q->name; q++)
        add_choice(&chosen, &q->of);
    for (int k = 0; k < chosen.count; k++)
        markdown_item(&c->out, "chosen from what was tried, for each seed", chosen.item[k]);
    if (!chosen.count)
        text_add(&c->out, "- No value was chosen by results: all that were tried are reported.\n");
    list_clear(&chosen);
}

static void add_settings(struct checklist *c)
{
    checklist_heading(c, "Hyperparameters: values that were tried, and how values were chosen");
    text_add(&c->out, "Lines \"varied\" list every value that was tried.\n");
    for (int i = 0; i < c->count; i++)
        add_settings_of(c, i);
    text_add(&c->out, "\n");
    checklist_ask(
        c,
        "how were the values found that these experiments do not vary? Searches before them are not "
        "recorded here.");
}

/* ---- statistics ---- */

static void add_statistics(struct checklist *c)
{
    struct text but = {0};
    int sampled = 0;

    for (int i = 0; i < c->count; i++)
        sampled += verdicts_sampled(&c->source[i].study->verdicts);
    if (sampled)
        text_add(&but, " (but those of %d claim%s also cover that of the test samples)", sampled,
                 plural(sampled));
    checklist_heading(c, "Statistical significance");
    text_add(
        &c->out,
        "- Intervals cover what changes with the seed: the first weights, the order of the samples, what else "
        "is random in training, and which training samples are drawn (not with data_seed=first). They do not cover "
        "another choice of test samples%s or, with data_seed=first, of training samples, nor other data, nets "
        "or hyperparameters.\n",
        text_str(&but));
    text_clear(&but);
    for (int i = 0; report_method[i].term; i++)
        markdown_item(&c->out, report_method[i].term, report_method[i].words);
}

static void add_authors(struct checklist *c)
{
    checklist_heading(c, "What results cannot answer");
    checklist_ask(c, "limitations of the work.");
    checklist_ask(c, "theory: assumptions and proofs, or none.");
    checklist_ask(c, "code of ethics, broader impacts, safeguards for what is released.");
    checklist_ask(c, "new assets and their documentation.");
    checklist_ask(c, "crowdsourcing, human subjects, approval by a review board.");
    checklist_ask(c, "use of language models in the work.");
}

/* ---- the file ---- */

char *checklist_path(const char *root)
{
    char *folder = report_latex_folder(root), *path = format_new("%s/checklist.md", folder);

    free(folder);
    return path;
}

int checklist_write(const char *root, const struct checklist_source *source, int count)
{
    char *folder = report_latex_folder(root), *path = checklist_path(root);
    struct checklist c = {.source = source, .count = count};
    int bad = folder_make(folder);

    text_add(
        &c.out,
        "# Reproducibility checklist\n\nWritten by `normlab report --checklist` from results and their provenance, "
        "for the questions of the NeurIPS paper checklist and of the Machine Learning Reproducibility Checklist. "
        "Boxes mark what only the authors know. Names of machines are left out.\n");
    add_claims(&c);
    add_runs(&c);
    add_settings(&c);
    add_statistics(&c);
    checklist_compute(&c);
    checklist_data(&c);
    checklist_code(&c);
    checklist_commands(&c);
    add_authors(&c);
    if (!bad)
        bad = file_write(path, c.out.s, c.out.length);
    text_clear(&c.out);
    free(path);
    free(folder);
    return bad;
}
