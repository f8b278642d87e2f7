/* Chooses the rows of a merged file that are shown, and the rows on which a claim is judged. */
#include "base/arena.h"
#include "sweep/selection_internal.h"
#include <stdlib.h>
#include <string.h>

/* The state of a selection in progress. Arrays have one element for each row of the results, unless their size is
 * given. */
struct choice {
    const struct plan *plan;
    const struct results *r;
    const struct config **row; /* configurations of the rows */
    struct axes axes;
    int presets, main;                /* number of presets, and index of the main preset */
    struct sweep sweep[PLAN_PRESETS]; /* trials of each preset with one seed */
    /* for each preset, the matches of the rows with its trials */
    struct match *match[PLAN_PRESETS];
    int preset;  /* index of the preset whose settings are selected */
    bool *shown; /* true for rows that are shown */
};

static void choice_init(struct choice *c, const struct plan *e, const struct cells *cells,
                        int count, const struct results *r)
{
    *c = (struct choice){.plan = e, .r = r, .presets = plan_presets(e), .main = plan_main(e)};
    c->row = xcalloc((size_t)r->records + 1, sizeof *c->row);
    c->shown = xcalloc((size_t)r->records + 1, sizeof *c->shown);
    for (int i = 0; i < r->records; i++)
        c->row[i] = &r->record[i].config;
    for (int p = 0; p < c->presets; p++)
        if (sweep_expand(&c->sweep[p], e, p, NULL, 0, "0"))
            c->sweep[p] = (struct sweep){0};
    axes_find(&c->axes, c->sweep, e, cells, count, r);
    for (int p = 0; p < c->presets; p++)
        c->match[p] = matches_of(&c->axes, &c->sweep[p], c->row, r->records);
}

static void choice_clear(struct choice *c)
{
    for (int p = 0; p < c->presets; p++) {
        free(c->match[p]);
        sweep_clear(&c->sweep[p]);
    }
    list_clear(&c->axes.free);
    list_clear(&c->axes.named);
    free(c->shown);
    free(c->row);
}

/* ---- the preset ---- */

/* True when the row has the preset's settings. */
static bool is_own(const struct choice *c, int preset, int row)
{
    return c->match[preset][row].settings == 0;
}

/* True when the row has the settings of the main preset and of no other preset. (Presets of an experiment may share
 * blocks.) */
static bool is_of_main_only(const struct choice *c, int row)
{
    for (int p = 0; p < c->presets; p++)
        if (is_own(c, p, row) != (p == c->main))
            return false;
    return true;
}

/* Returns the index of the preset that SELECTION_MAIN chooses. */
static int main_preset(const struct choice *c)
{
    int own[PLAN_PRESETS] = {0}, best = c->main;
    double differing[PLAN_PRESETS] = {0}; /* sum over all rows of the settings that differ */

    for (int i = 0; i < c->r->records; i++) {
        if (is_of_main_only(c, i))
            return c->main;
        for (int p = 0; p < c->presets; p++) {
            own[p] += is_own(c, p, i);
            differing[p] += c->match[p][i].settings;
        }
    }
    for (int p = c->main; p >= 0; p--)
        if (own[p] > own[best] || (own[best] == 0 && differing[p] < differing[best]))
            best = p;
    return best;
}

/* Returns the trial of the preset that differs least from the row; NULL when the preset has no trials. */
static const struct sweep_trial *nearest(const struct choice *c, int row)
{
    int trial = c->match[c->preset][row].trial;

    return trial < 0 ? NULL : &c->sweep[c->preset].trial[trial];
}

/* ---- the rows that are shown ---- */

/* Returns a list with the text of settings_label() for each row. list_clear() frees it. */
static struct list labels_of_rows(const struct choice *c)
{
    struct list labels = {0};

    for (int i = 0; i < c->r->records; i++) {
        const struct sweep_trial *t = nearest(c, i);

        array_add(labels.item, labels.count) =
            settings_label(&c->axes, c->row[i], t ? &t->config : NULL);
    }
    return labels;
}

/* Shows the rows with the preset's settings. */
static void show_own(struct choice *c)
{
    for (int i = 0; i < c->r->records; i++)
        c->shown[i] = is_own(c, c->preset, i);
}

/* Shows the rows with the settings of the sweep's trials. If these are all settings of the preset, shows all rows
 * with the preset's settings. */
static void show_sweep(struct choice *c, const struct sweep *s)
{
    const struct sweep *preset = &c->sweep[c->preset];
    const struct config **config = xcalloc((size_t)s->trials + 1, sizeof *config);
    struct list wanted = {0}, labels = labels_of_rows(c);
    struct match *match;
    bool own = true;

    for (int i = 0; i < s->trials; i++)
        config[i] = &s->trial[i].config;
    match = matches_of(&c->axes, preset, config, s->trials);
    for (int i = 0; i < s->trials; i++) {
        int t = match[i].trial;
        char *label = settings_label(&c->axes, config[i], t < 0 ? NULL : &preset->trial[t].config);

        own = own && match[i].settings == 0;
        list_add_new(&wanted, label);
        free(label);
    }
    for (int i = 0; i < c->r->records; i++)
        c->shown[i] = list_has(&wanted, labels.item[i]);
    if (own)
        show_own(c);
    list_clear(&wanted);
    list_clear(&labels);
    free(match);
    free(config);
}

/* Returns for each row the index of the first row of the same panel: a new array. */
static int *first_of_panel(const struct choice *c)
{
    struct list panels = {0};
    int *first;

    for (int i = 0; i < c->r->records; i++)
        list_add(&panels, value_of(c->row[i], "panel"));
    first = list_first(&panels);
    list_clear(&panels);
    return first;
}

/* In each panel, shows only the rows with the settings that most rows of the panel have. When several settings have equally
 * many rows, chooses those whose first row comes first. */
static void show_most(struct choice *c)
{
    int n = c->r->records, *count = xcalloc((size_t)n + 1, sizeof *count);
    /* for the first row of a panel: a row with the settings to show */
    int *most = xcalloc((size_t)n + 1, sizeof *most);
    struct list labels = labels_of_rows(c);
    int *first = list_first(&labels); /* for each row, the first row with the same label */
    int *panel = first_of_panel(c);

    for (int i = 0; i < n; i++) {
        count[first[i]]++;
        most[i] = i;
    }
    for (int i = 0; i < n; i++) {
        int own = count[first[i]], best = first[most[panel[i]]];

        if (own > count[best] || (own == count[best] && first[i] < best))
            most[panel[i]] = i;
    }
    for (int i = 0; i < n; i++)
        c->shown[i] = first[i] == first[most[panel[i]]];
    list_clear(&labels);
    free(first);
    free(panel);
    free(most);
    free(count);
}

/* Shows the rows with the settings of the sweep s. If s is NULL, shows the rows with the preset's settings or, if
 * there are none, the rows that show_most() chooses. */
static void show(struct choice *c, const struct sweep *s)
{
    bool any = false;

    show_own(c);
    for (int i = 0; i < c->r->records; i++)
        any = any || c->shown[i];
    if (s)
        show_sweep(c, s);
    else if (!any)
        show_most(c);
}

/* Adds to `out` the settings in which the row differs from its nearest trial. instead: see name_settings(). */
static void name_row(const struct choice *c, int row, bool instead, struct list *out)
{
    const struct sweep_trial *t = nearest(c, row);

    if (t)
        name_settings(&c->axes, c->row[row], &t->config, instead, out);
}

/* Adds to `out` the settings of all rows that are not shown. */
static void name_left_out(const struct choice *c, struct list *out)
{
    char *own = format_new("the settings of preset %s", c->plan->preset[c->preset].name);

    for (int i = 0; i < c->r->records; i++)
        if (!c->shown[i] && is_own(c, c->preset, i))
            list_add_new(out, own);
        else if (!c->shown[i])
            name_row(c, i, false, out);
    free(own);
}

/* ---- rows with the same values of all axes and the same seed ---- */

/* Returns a text that two rows share exactly when they have the same seed and the same values of all axes: a new string. */
static char *axes_label(const struct choice *c, int row)
{
    struct text t = {0};

    text_add(&t, "%lld", (long long)c->r->record[row].seed);
    for (int a = 0; a < c->r->axes; a++)
        if (!is_measuring_key(c->r->axis[a]))
            text_add(&t, "\n%s", value_of(c->row[row], c->r->axis[a]));
    for (int a = 0; c->plan->axis[a]; a++)
        text_add(&t, "\n%s", value_of(c->row[row], c->plan->axis[a]));
    return t.s;
}

/* Returns how much a row measures: the number of its probes, and 1 for test_mistakes. */
static int count_probes(const struct choice *c, int row)
{
    const char *probes = value_of(c->row[row], "probe");
    int n = (*probes != '\0') + (strcmp(value_of(c->row[row], "test_mistakes"), "1") == 0);

    for (; *probes; probes++)
        n += *probes == '+';
    return n;
}

/* True when of two rows with the same axes and seed, row i is shown rather than row k. */
static bool is_preferred(const struct choice *c, int i, int k)
{
    const struct match *own = &c->match[c->preset][i], *other = &c->match[c->preset][k];
    int probes = count_probes(c, i), others = count_probes(c, k);

    if (own->settings != other->settings)
        return own->settings < other->settings;
    if (own->trial != other->trial)
        return own->trial < other->trial;
    return probes != others ? probes > others : i < k;
}

/* Of the shown rows with the same axes and seed, shows only one. Adds to `left_out` the settings in which the others
 * differ from it. */
static void drop_doubles(struct choice *c, struct list *left_out)
{
    int n = c->r->records, *best = xcalloc((size_t)n + 1, sizeof *best), *first;
    struct list labels = {0};

    for (int i = 0; i < n; i++)
        array_add(labels.item, labels.count) = axes_label(c, i);
    first = list_first(&labels);
    for (int i = 0; i < n; i++)
        best[i] = -1;
    for (int i = 0; i < n; i++)
        if (c->shown[i] && (best[first[i]] < 0 || is_preferred(c, i, best[first[i]])))
            best[first[i]] = i;
    for (int i = 0; i < n; i++)
        if (c->shown[i] && best[first[i]] != i) {
            c->shown[i] = false;
            name_settings(&c->axes, c->row[i], c->row[best[first[i]]], false, left_out);
        }
    list_clear(&labels);
    free(first);
    free(best);
}

/* ---- the selection ---- */

/* Returns the settings of struct selection's in_cells for these cells: a new string. */
static char *others_in_cells(const struct choice *c, const struct cells *cells)
{
    struct config cell[4] = {{0}};
    struct list others = {0};
    char *joined;

    for (int k = 0; k < 4; k++)
        if (cells->cell[k])
            cell_parse(cells->cell[k], &cell[k]);
    for (int i = 0; i < c->r->records; i++) {
        bool in = false;

        for (int k = 0; k < 4; k++)
            in = in || (cells->cell[k] && record_in_cell(&c->r->record[i], &cell[k]));
        if (in && !c->shown[i] && !is_own(c, c->preset, i))
            name_row(c, i, true, &others);
    }
    joined = list_abridged(&others);
    list_clear(&others);
    for (int k = 0; k < 4; k++)
        config_clear(&cell[k]);
    return joined;
}

/* Fills v with the shown rows, and v->others with their settings that differ from the preset's. */
static void fill_rows(struct selection *v, const struct choice *c)
{
    struct results *shown = &v->shown;
    struct list others = {0};

    *shown = *c->r;
    shown->records = 0;
    shown->record = xcalloc((size_t)c->r->records + 1, sizeof *shown->record);
    v->about = xcalloc((size_t)c->r->records + 1, sizeof *v->about);
    for (int i = 0; i < c->r->records; i++)
        if (c->shown[i]) {
            v->about[shown->records] = (struct selected){is_own(c, c->preset, i), nearest(c, i)};
            shown->record[shown->records++] = c->r->record[i];
            if (!is_own(c, c->preset, i))
                name_row(c, i, true, &others);
        }
    v->left_out = c->r->records - shown->records;
    v->others = list_abridged(&others);
    list_clear(&others);
}

void selection_init(struct selection *v, const struct plan *e, const struct cells *cells, int count,
                    const struct results *r, int preset, const struct sweep *s)
{
    struct list left_out = {0};
    struct choice c;
    bool *of_main; /* the rows that SELECTION_MAIN shows */

    choice_init(&c, e, cells, count, r);
    c.preset = main_preset(&c);
    show(&c, NULL);
    of_main = c.shown;
    c.shown = xcalloc((size_t)r->records + 1, sizeof *c.shown);
    c.preset = preset < 0 ? c.preset : preset;
    if (preset >= 0 && !s)
        show_own(&c);
    else
        show(&c, s);
    *v = (struct selection){.plan = e, .preset = c.preset};
    v->is_main = memcmp(of_main, c.shown, (size_t)r->records * sizeof *of_main) == 0;
    free(of_main);
    name_left_out(&c, &left_out);
    drop_doubles(&c, &left_out);
    v->left_out_as = list_abridged(&left_out);
    list_clear(&left_out);
    fill_rows(v, &c);
    v->in_cells = xcalloc((size_t)count + 1, sizeof *v->in_cells);
    for (int i = 0; i < count; i++)
        v->in_cells[i] = others_in_cells(&c, &cells[i]);
    v->sweep = c.sweep[c.preset]; /* choice_clear() leaves it: v->about points to its trials */
    c.sweep[c.preset] = (struct sweep){0};
    choice_clear(&c);
}

void selection_clear(struct selection *v)
{
    free(v->shown.record);
    free(v->about);
    for (int i = 0; v->in_cells && v->in_cells[i]; i++)
        free(v->in_cells[i]);
    free(v->in_cells);
    free(v->others);
    free(v->left_out_as);
    sweep_clear(&v->sweep);
    *v = (struct selection){0};
}

void selection_hide_from(struct selection *v, int64_t seed)
{
    int kept = 0;

    for (int i = 0; i < v->shown.records; i++)
        if (v->shown.record[i].seed < seed) {
            v->shown.record[kept] = v->shown.record[i];
            v->about[kept++] = v->about[i];
        } else {
            v->hidden++;
            v->hidden_unsuccessful += v->shown.record[i].result.status != TRIAL_DONE;
        }
    v->shown.records = kept;
}

char *selection_left_out(const struct selection *v)
{
    if (v->left_out == 0)
        return NULL;
    return format_new("%d trial%s of other settings %s left out: %s", v->left_out,
                      plural(v->left_out), v->left_out == 1 ? "is" : "are", v->left_out_as);
}

struct results selection_of_cells(const struct selection *v, const struct cells *c)
{
    struct results some = v->shown;
    /* true for axes of which the rows must have the preset's value */
    bool *fixed = xcalloc((size_t)some.axes + 1, sizeof *fixed);

    for (int a = 0; a < some.axes; a++)
        fixed[a] = !plan_has_axis(v->plan, some.axis[a]) && !cells_name(c, some.axis[a]) &&
                   !is_measuring_key(some.axis[a]);
    some.record = xcalloc((size_t)some.records + 1, sizeof *some.record);
    some.records = 0;
    for (int i = 0; i < v->shown.records; i++) {
        const struct record *row = &v->shown.record[i];
        bool judged = v->about[i].own;

        for (int a = 0; a < some.axes && judged; a++)
            judged = !fixed[a] || strcmp(record_get(row, some.axis[a]),
                                         value_of(&v->about[i].nearest->config, some.axis[a])) == 0;
        if (judged)
            some.record[some.records++] = *row;
    }
    free(fixed);
    return some;
}
