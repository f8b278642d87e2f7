/* A comparison as one JSON object. */
#include "base/text.h"
#include "lab/compare.h"
#include <math.h>
#include <stdio.h>
#include <string.h>

static void add_name(struct text *t, const char *name)
{
    text_add_json(t, name);
    text_add(t, ": ");
}

/* A member and the comma behind it. */
static void add_text(struct text *t, const char *name, const char *value)
{
    add_name(t, name);
    text_add_json(t, value);
    text_add(t, ", ");
}

static void add_number(struct text *t, const char *name, double v)
{
    char number[32];

    format_double(number, v);
    add_name(t, name);
    text_add(t, "%s, ", isfinite(v) ? number : "null");
}

/* Takes the comma off the last member, if there is one, and closes. */
static void close_with(struct text *t, const char *end)
{
    if (t->length >= 2 && strcmp(t->s + t->length - 2, ", ") == 0)
        t->length -= 2;
    text_add(t, "%s", end);
}

static void add_flag(struct text *t, const char *name, bool yes)
{
    add_name(t, name);
    text_add(t, "%s, ", yes ? "true" : "false");
}

static void add_strings(struct text *t, const char *name, const struct compare_list *l)
{
    add_name(t, name);
    text_add(t, "[");
    for (int i = 0; i < l->count; i++) {
        text_add_json(t, l->item[i]);
        text_add(t, ", ");
    }
    close_with(t, "], ");
}

static void add_source(struct text *t, const char *name, const char *path, const struct results *r)
{
    add_name(t, name);
    text_add(t, "{");
    add_text(t, "path", path);
    add_text(t, "experiment", r->experiment);
    add_number(t, "version", r->version);
    add_number(t, "trials", r->records);
    close_with(t, "},\n");
}

static void add_keys(struct text *t, const char *name, const struct compare_keys *keys)
{
    add_name(t, name);
    text_add(t, "[");
    for (int i = 0; i < keys->count; i++) {
        text_add(t, "\n  {");
        add_text(t, "key", keys->key[i].key);
        add_strings(t, "only_a", &keys->key[i].only_a);
        add_strings(t, "only_b", &keys->key[i].only_b);
        add_number(t, "in_both", keys->key[i].both);
        close_with(t, "}, ");
    }
    close_with(t, "],\n");
}

static void add_seeds(struct text *t, const char *name, const struct record *const *r, int count)
{
    add_name(t, name);
    text_add(t, "[");
    for (int i = 0; i < count; i++)
        text_add(t, "%lld, ", (long long)r[i]->seed);
    close_with(t, "], ");
}

static void add_cells(struct text *t, const struct comparison *c)
{
    add_name(t, "cells");
    text_add(t, "[");
    for (int i = 0; i < c->cells; i++) {
        const struct compare_cell *cell = &c->cell[i];

        text_add(t, "\n  {");
        add_text(t, "label", cell->label);
        add_name(t, "config");
        text_add(t, "{");
        for (int k = 0; k < cell->config.count; k++)
            add_text(t, cell->config.item[k].key, cell->config.item[k].value);
        close_with(t, "}, ");
        add_seeds(t, "seeds_a", cell->a, cell->a_count);
        add_seeds(t, "seeds_b", cell->b, cell->b_count);
        close_with(t, "}, ");
    }
    close_with(t, "],\n");
}

static void add_statuses(struct text *t, const struct comparison *c)
{
    add_name(t, "statuses");
    text_add(t, "[");
    for (int i = 0; i < c->statuses; i++) {
        const struct compare_status *s = &c->status[i];

        text_add(t, "\n  {");
        add_text(t, "cell", c->cell[s->cell].label);
        add_name(t, "seed");
        text_add(t, "%lld, ", (long long)s->seed);
        add_text(t, "a", trial_status_name[s->a]);
        add_text(t, "b", trial_status_name[s->b]);
        close_with(t, "}, ");
    }
    close_with(t, "],\n");
}

/* Pairs of trials that differ beside their metrics, those that differ in points of a curve, and the
 * curves that a file has left out. */
static void add_trials(struct text *t, const struct comparison *c)
{
    add_name(t, "trials");
    text_add(t, "{");
    for (int i = 0; i < COMPARE_FACTS; i++)
        add_number(t, compare_fact_name[i], c->fact[i]);
    close_with(t, "},\n");
    add_name(t, "curves");
    text_add(t, "[");
    for (int m = 0; m < METRICS; m++) {
        bool in_a = results_have_curve(c->a, m), in_b = results_have_curve(c->b, m);

        if (c->curve[m] == 0 && in_a && in_b)
            continue;
        text_add(t, "\n  {");
        add_text(t, "metric", metric_info[m].name);
        add_number(t, "differ", c->curve[m]);
        add_flag(t, "left_out_a", !in_a);
        add_flag(t, "left_out_b", !in_b);
        close_with(t, "}, ");
    }
    close_with(t, "],\n");
}

static void add_metric(struct text *t, const struct comparison *c, const struct compare_metric *m)
{
    const struct metric_info *info = &metric_info[m->metric];

    text_add(t, "\n  {");
    add_text(t, "metric", info->name);
    add_text(t, "unit", info->unit);
    add_flag(t, "timing", info->timing);
    add_text(t, "cell", c->cell[m->cell].label);
    add_text(t, "verdict", compare_verdict_name[m->verdict]);
    add_flag(t, "paired", m->paired);
    add_number(t, "lopsided", m->lopsided);
    add_number(t, "n_a", m->n_a);
    add_number(t, "n_b", m->n_b);
    add_number(t, "mean_a", m->a);
    add_number(t, "mean_b", m->b);
    add_number(t, "difference", m->difference.mean);
    add_number(t, "low", m->difference.low);
    add_number(t, "high", m->difference.high);
    add_number(t, "p", m->p);
    add_number(t, "p_corrected", m->adjusted);
    close_with(t, "}, ");
}

static void add_overall(struct text *t, const struct comparison *c)
{
    add_name(t, "overall");
    text_add(t, "[");
    for (int m = 0; m < METRICS; m++) {
        const struct compare_overall *o = &c->overall[m];

        if (o->cells == 0)
            continue;
        text_add(t, "\n  {");
        add_text(t, "metric", metric_info[m].name);
        add_text(
            t, "verdict",
            compare_verdict_name[o->adjusted < COMPARE_LEVEL ? COMPARE_CHANGED : COMPARE_NOISE]);
        add_number(t, "cells", o->cells);
        add_number(t, "seeds", o->difference.n);
        add_number(t, "difference", o->difference.mean);
        add_number(t, "low", o->difference.low);
        add_number(t, "high", o->difference.high);
        add_number(t, "p", o->p);
        add_number(t, "p_corrected", o->adjusted);
        close_with(t, "}, ");
    }
    close_with(t, "],\n");
}

void compare_print_json(const struct comparison *c, const char *path_a, const char *path_b)
{
    struct text t = {0};

    text_add(&t, "{");
    add_text(&t, "verdict", comparison_same(c) ? "same" : "differs");
    text_add(&t, "\n");
    add_source(&t, "a", path_a, c->a);
    add_source(&t, "b", path_b, c->b);
    add_keys(&t, "provenance", &c->provenance);
    add_keys(&t, "configuration", &c->config);
    add_cells(&t, c);
    add_statuses(&t, c);
    add_trials(&t, c);
    add_overall(&t, c);
    add_name(&t, "metrics");
    text_add(&t, "[");
    for (int i = 0; i < c->metrics; i++)
        add_metric(&t, c, &c->metric[i]);
    close_with(&t, "]}\n");
    fputs(t.s, stdout);
    text_clear(&t);
}
