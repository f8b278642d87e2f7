/* Prints a comparison as one JSON object. */
#include "base/formats/json.h"
#include "judge/compare/compare.h"
#include <math.h>
#include <stdio.h>

static void add_strings(struct text *t, const char *name, const struct list *l)
{
    json_name(t, name);
    text_add(t, "[");
    for (int i = 0; i < l->count; i++) {
        json_item(t);
        text_add_json(t, l->item[i]);
    }
    text_add(t, "]");
}

static void add_source(struct text *t, const char *name, const char *path, const struct results *r)
{
    json_name(t, name);
    text_add(t, "{");
    json_text(t, "path", path);
    json_text(t, "experiment", r->experiment);
    json_number(t, "version", r->version);
    json_number(t, "trials", r->records);
    text_add(t, "}");
}

static void add_keys(struct text *t, const char *name, const struct compare_keys *keys)
{
    json_name(t, name);
    text_add(t, "[");
    for (int i = 0; i < keys->count; i++) {
        json_line(t, "  {");
        json_text(t, "key", keys->key[i].key);
        add_strings(t, "only_a", &keys->key[i].only_a);
        add_strings(t, "only_b", &keys->key[i].only_b);
        json_number(t, "in_both", keys->key[i].both);
        text_add(t, "}");
    }
    text_add(t, "]");
}

static void add_cells(struct text *t, const struct comparison *c)
{
    json_name(t, "cells");
    text_add(t, "[");
    for (int i = 0; i < c->cells; i++) {
        const struct compare_cell *cell = &c->cell[i];

        json_line(t, "  {");
        json_text(t, "label", cell->label);
        json_name(t, "config");
        text_add(t, "{");
        for (int k = 0; k < cell->config.count; k++)
            json_text(t, cell->config.item[k].key, cell->config.item[k].value);
        text_add(t, "}");
        json_number(t, "trials_a", cell->a_count);
        json_number(t, "trials_b", cell->b_count);
        text_add(t, "}");
    }
    text_add(t, "]");
}

/* Adds the pairs of trials that ended with different statuses. */
static void add_statuses(struct text *t, const struct comparison *c)
{
    json_name(t, "statuses");
    text_add(t, "[");
    for (int i = 0; i < c->pairs; i++) {
        const struct record *a = c->pair[i].a, *b = c->pair[i].b;

        if (a->result.status == b->result.status)
            continue;
        json_line(t, "  {");
        json_text(t, "cell", c->cell[c->pair[i].cell].label);
        json_number(t, "seed", (double)a->seed);
        json_text(t, "a", trial_status_name[a->result.status]);
        json_text(t, "b", trial_status_name[b->result.status]);
        text_add(t, "}");
    }
    text_add(t, "]");
}

/* Adds the number of pairs that differ in each fact and in each curve. A curve that is not compared is null. */
static void add_trials(struct text *t, const struct comparison *c)
{
    json_name(t, "trials");
    text_add(t, "{");
    for (int i = 0; i < COMPARE_FACTS; i++)
        json_number(t, compare_fact_name[i], c->fact[i]);
    text_add(t, "}");
    json_name(t, "curves");
    text_add(t, "{");
    for (int m = 0; m < METRICS; m++)
        if (!metric_info[m].timing)
            json_number(t, metric_info[m].name,
                        comparison_has_curve(c, (enum metric)m) || c->curve[m] ? c->curve[m] : NAN);
    text_add(t, "}");
}

/* Adds the comparison of each metric in each cell, and of the means over cells; for these the cell is null. */
static void add_metrics(struct text *t, const struct comparison *c)
{
    json_name(t, "metrics");
    text_add(t, "[");
    for (int i = 0; i < c->metrics; i++) {
        const struct compare_metric *m = &c->metric[i];
        const struct metric_info *info = &metric_info[m->metric];
        const struct interval *d = &m->paired.difference;

        json_line(t, "  {");
        json_text(t, "metric", info->name);
        json_text(t, "unit", info->unit);
        json_flag(t, "timing", info->timing);
        json_text(t, "cell", m->cell < 0 ? NULL : c->cell[m->cell].label);
        json_number(t, "cells", m->cells);
        json_text(t, "verdict", compare_verdict_name[m->verdict]);
        json_number(t, "mean_a", m->mean_a);
        json_number(t, "mean_b", m->mean_b);
        json_number(t, "seeds", d->n);
        json_number(t, "difference", d->mean);
        json_number(t, "low", d->low);
        json_number(t, "high", d->high);
        json_number(t, "p", m->p);
        json_number(t, "p_holm", m->p_holm);
        text_add(t, "}");
    }
    text_add(t, "]");
}

void compare_print_json(const struct comparison *c, const char *path_a, const char *path_b)
{
    struct text t = {0};

    text_add(&t, "{");
    json_text(&t, "verdict", c->differences.length ? "differs" : "same");
    json_text(&t, "differences", text_str(&c->differences));
    add_source(&t, "a", path_a, c->a);
    add_source(&t, "b", path_b, c->b);
    add_keys(&t, "provenance", &c->provenance);
    add_keys(&t, "configuration", &c->config);
    add_cells(&t, c);
    add_statuses(&t, c);
    add_trials(&t, c);
    add_metrics(&t, c);
    text_add(&t, "}\n");
    fputs(t.s, stdout);
    text_clear(&t);
}
