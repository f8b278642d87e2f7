/* A comparison as one JSON object. */
#include "base/formats/json.h"
#include "judge/compare.h"
#include <stdio.h>

static void add_strings(struct text *t, const char *name, const struct compare_list *l)
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

static void add_seeds(struct text *t, const char *name, const struct record *const *r, int count)
{
    json_name(t, name);
    text_add(t, "[");
    for (int i = 0; i < count; i++) {
        json_item(t);
        text_add(t, "%lld", (long long)r[i]->seed);
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
        add_seeds(t, "seeds_a", cell->a, cell->a_count);
        add_seeds(t, "seeds_b", cell->b, cell->b_count);
        text_add(t, "}");
    }
    text_add(t, "]");
}

static void add_statuses(struct text *t, const struct comparison *c)
{
    json_name(t, "statuses");
    text_add(t, "[");
    for (int i = 0; i < c->statuses; i++) {
        const struct compare_status *s = &c->status[i];

        json_line(t, "  {");
        json_text(t, "cell", c->cell[s->cell].label);
        json_name(t, "seed");
        text_add(t, "%lld", (long long)s->seed);
        json_text(t, "a", trial_status_name[s->a]);
        json_text(t, "b", trial_status_name[s->b]);
        text_add(t, "}");
    }
    text_add(t, "]");
}

/* Pairs of trials that differ beside their metrics, those that differ in points of a curve, and the
 * curves that a file has left out. */
static void add_trials(struct text *t, const struct comparison *c)
{
    json_name(t, "trials");
    text_add(t, "{");
    for (int i = 0; i < COMPARE_FACTS; i++)
        json_number(t, compare_fact_name[i], c->fact[i]);
    text_add(t, "}");
    json_name(t, "curves");
    text_add(t, "[");
    for (int m = 0; m < METRICS; m++) {
        bool in_a = results_have_curve(c->a, m), in_b = results_have_curve(c->b, m);

        if (c->curve[m] == 0 && in_a && in_b)
            continue;
        json_line(t, "  {");
        json_text(t, "metric", metric_info[m].name);
        json_number(t, "differ", c->curve[m]);
        json_flag(t, "left_out_a", !in_a);
        json_flag(t, "left_out_b", !in_b);
        text_add(t, "}");
    }
    text_add(t, "]");
}

static void add_metric(struct text *t, const struct comparison *c, const struct compare_metric *m)
{
    const struct metric_info *info = &metric_info[m->metric];

    json_line(t, "  {");
    json_text(t, "metric", info->name);
    json_text(t, "unit", info->unit);
    json_flag(t, "timing", info->timing);
    json_text(t, "cell", c->cell[m->cell].label);
    json_text(t, "verdict", compare_verdict_name[m->verdict]);
    json_flag(t, "paired", m->paired);
    json_number(t, "lopsided", m->lopsided);
    json_number(t, "n_a", m->n_a);
    json_number(t, "n_b", m->n_b);
    json_number(t, "mean_a", m->a);
    json_number(t, "mean_b", m->b);
    json_number(t, "difference", m->difference.mean);
    json_number(t, "low", m->difference.low);
    json_number(t, "high", m->difference.high);
    json_number(t, "p", m->p);
    json_number(t, "p_corrected", m->adjusted);
    text_add(t, "}");
}

static void add_overall(struct text *t, const struct comparison *c)
{
    json_name(t, "overall");
    text_add(t, "[");
    for (int m = 0; m < METRICS; m++) {
        const struct compare_overall *o = &c->overall[m];

        if (o->cells == 0)
            continue;
        json_line(t, "  {");
        json_text(t, "metric", metric_info[m].name);
        json_text(
            t, "verdict",
            compare_verdict_name[o->adjusted < COMPARE_LEVEL ? COMPARE_CHANGED : COMPARE_NOISE]);
        json_number(t, "cells", o->cells);
        json_number(t, "seeds", o->difference.n);
        json_number(t, "difference", o->difference.mean);
        json_number(t, "low", o->difference.low);
        json_number(t, "high", o->difference.high);
        json_number(t, "p", o->p);
        json_number(t, "p_corrected", o->adjusted);
        text_add(t, "}");
    }
    text_add(t, "]");
}

void compare_print_json(const struct comparison *c, const char *path_a, const char *path_b)
{
    struct text t = {0};

    text_add(&t, "{");
    json_text(&t, "verdict", comparison_same(c) ? "same" : "differs");
    add_source(&t, "a", path_a, c->a);
    add_source(&t, "b", path_b, c->b);
    add_keys(&t, "provenance", &c->provenance);
    add_keys(&t, "configuration", &c->config);
    add_cells(&t, c);
    add_statuses(&t, c);
    add_trials(&t, c);
    add_overall(&t, c);
    json_name(&t, "metrics");
    text_add(&t, "[");
    for (int i = 0; i < c->metrics; i++)
        add_metric(&t, c, &c->metric[i]);
    text_add(&t, "]}\n");
    fputs(t.s, stdout);
    text_clear(&t);
}
