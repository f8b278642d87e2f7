#include "base/arena.h"
#include "base/error.h"
#include "sweep/selection_internal.h"
#include <stdlib.h>
#include <string.h>

/* ---- choosing ---- */

struct choice {
    const struct plan *e;
    const struct cells *cells; /* [count] */
    int count;
    const struct results *r;
    const struct config **row; /* [r->records] */
    struct axes axes;
    struct sweep sweep[PRESETS];
    struct relation *relation[PRESETS]; /* [r->records] */
    bool *shown;
};

/* The preset without its own seeds. One that does not parse is a bug that the sweep itself reports; it has no trials. */
static void expand(struct choice *c)
{
    for (int p = 0; p < PRESETS; p++)
        if (!c->e->preset[p].name || sweep_expand(&c->sweep[p], c->e, p, NULL, 0, "0"))
            c->sweep[p] = (struct sweep){0};
}

static int count_own(const struct choice *c, int preset)
{
    int n = 0;

    for (int i = 0; i < c->r->records; i++)
        n += c->relation[preset][i].settings == 0;
    return n;
}

/* The preset that the fewest settings set the rows apart from. */
static int nearest_preset(const struct choice *c)
{
    double least = 0;
    int nearest = -1;

    for (int p = PRESETS - 1; p >= 0; p--) {
        double sum = 0;

        for (int i = 0; i < c->r->records; i++)
            sum += c->relation[p][i].settings;
        if (nearest < 0 || sum < least) {
            nearest = p;
            least = sum;
        }
    }
    return nearest;
}

/* True when a row belongs to the paper preset and no other: some experiments have blocks that presets share. */
static bool is_papers_alone(const struct choice *c, int row)
{
    bool alone = c->relation[PRESET_PAPER][row].settings == 0;

    for (int p = 0; p < PRESETS; p++)
        alone = alone && (p == PRESET_PAPER || c->relation[p][row].settings > 0);
    return alone;
}

static int main_preset(const struct choice *c)
{
    int own[PRESETS], fullest = PRESET_PAPER;

    for (int i = 0; i < c->r->records; i++)
        if (is_papers_alone(c, i))
            return PRESET_PAPER;
    for (int p = PRESETS - 1; p >= 0; p--) {
        own[p] = count_own(c, p);
        if (own[p] > own[fullest])
            fullest = p;
    }
    return own[fullest] > 0 ? fullest : nearest_preset(c);
}

/* What rows must share to be shown together: the panel, and the settings that differ from the preset's. A new string. */
static char *label_of(const struct config *c, const struct relation *relation)
{
    return format_new("%s\n%s", value_of(c, "panel"), relation->as);
}

/* Shows the rows with the settings of the sweep's trials; all of the preset's own where the sweep asks for no others. */
static void show_sweep(struct choice *c, int preset, const struct sweep *s)
{
    const struct config **config = xcalloc((size_t)s->trials + 1, sizeof *config);
    struct list labels = {0};
    struct relation *relation;
    bool own = true;
    int *like;

    for (int i = 0; i < s->trials; i++)
        config[i] = &s->trial[i].config;
    like = relation_likes(&c->axes, config, s->trials);
    relation = relations_of(&c->axes, &c->sweep[preset], config, like, s->trials);
    free(like);
    for (int i = 0; i < s->trials; i++) {
        char *label = label_of(config[i], &relation[i]);

        own = own && relation[i].settings == 0;
        list_add_new(&labels, label);
        free(label);
    }
    for (int i = 0; i < c->r->records; i++) {
        char *label = label_of(c->row[i], &c->relation[preset][i]);

        c->shown[i] = own ? c->relation[preset][i].settings == 0 : list_has(&labels, label);
        free(label);
    }
    list_clear(&labels);
    relations_free(relation, s->trials);
    free(config);
}

/* Shows, of each panel, the rows with the settings that the most of them have. */
static void show_most(struct choice *c, int preset)
{
    int n = c->r->records, *count = xcalloc((size_t)n + 1, sizeof *count);
    char **label = xcalloc((size_t)n + 1, sizeof *label);

    for (int i = 0; i < n; i++)
        label[i] = label_of(c->row[i], &c->relation[preset][i]);
    for (int i = 0; i < n; i++)
        for (int k = 0; k < n; k++)
            count[i] += strcmp(label[i], label[k]) == 0;
    for (int i = 0; i < n; i++) {
        int best = i;

        for (int k = 0; k < n; k++)
            if (strcmp(value_of(c->row[i], "panel"), value_of(c->row[k], "panel")) == 0 &&
                (count[k] > count[best] || (count[k] == count[best] && k < best)))
                best = k;
        c->shown[i] = strcmp(label[i], label[best]) == 0;
    }
    for (int i = 0; i < n; i++)
        free(label[i]);
    free(label);
    free(count);
}

static void show_own(struct choice *c, int preset)
{
    for (int i = 0; i < c->r->records; i++)
        c->shown[i] = c->relation[preset][i].settings == 0;
}

/* A row's place: its axes and its seed. */
static void name_place(const struct choice *c, int row, char name[TRIAL_KEY])
{
    struct text t = {0};

    for (int a = 0; a < c->r->axes; a++)
        name_line(&t, value_of(c->row[row], c->r->axis[a]));
    for (int a = 0; c->e->axis[a]; a++)
        name_line(&t, value_of(c->row[row], c->e->axis[a]));
    text_add(&t, "%lld", (long long)c->r->record[row].seed);
    name_text(&t, name);
}

/* True when row i goes before row k, which stands in the same place. */
static bool goes_before(const struct relation *relation, int i, int k)
{
    if (relation[i].settings != relation[k].settings)
        return relation[i].settings < relation[k].settings;
    return relation[i].nearest != relation[k].nearest ? relation[i].nearest < relation[k].nearest
                                                      : i < k;
}

/* Leaves one row in each place, and names the settings by which the others differ from it. */
static void drop_doubles(struct choice *c, int preset, struct list *left_out)
{
    int n = c->r->records;
    char(*place)[TRIAL_KEY] = xcalloc((size_t)n + 1, sizeof *place);

    for (int i = 0; i < n; i++)
        name_place(c, i, place[i]);
    for (int i = 0; i < n; i++)
        for (int k = 0; k < n && c->shown[i]; k++)
            if (i != k && c->shown[k] && strcmp(place[i], place[k]) == 0 &&
                goes_before(c->relation[preset], k, i)) {
                c->shown[i] = false;
                name_settings(&c->axes, c->row[i], c->row[k], false, left_out);
            }
    free(place);
}

/* Marks the rows in a cell (NULL: none). */
static void mark_cell(const struct choice *c, const char *text, bool *in)
{
    struct config cell = {0};

    if (text)
        cell_parse(text, &cell);
    for (int i = 0; i < c->r->records && text; i++)
        in[i] = in[i] || record_in_cell(&c->r->record[i], &cell);
    config_clear(&cell);
}

/* The settings of rows in these cells that are not shown, where they are not the preset's. A new string. */
static char *others_in_cells(const struct selection *v, const struct choice *c,
                             const struct cells *cells)
{
    const struct relation *relation = c->relation[v->preset];
    bool *in = xcalloc((size_t)c->r->records + 1, sizeof *in);
    struct list others = {0};
    char *joined;

    for (int i = 0; i < 4; i++)
        mark_cell(c, cells->cell[i], in);
    for (int i = 0; i < c->r->records; i++)
        if (in[i] && !c->shown[i] && relation[i].settings && relation[i].nearest >= 0)
            name_settings(&c->axes, c->row[i], &v->sweep.trial[relation[i].nearest].config, true,
                          &others);
    joined = list_abridged(&others);
    list_clear(&others);
    free(in);
    return joined;
}

static void fill(struct selection *v, const struct choice *c)
{
    const struct relation *relation = c->relation[v->preset];
    struct results *shown = &v->shown;
    struct list others = {0};

    *shown = *c->r;
    shown->records = 0;
    shown->record = xcalloc((size_t)c->r->records + 1, sizeof *shown->record);
    v->about = xcalloc((size_t)c->r->records + 1, sizeof *v->about);
    for (int i = 0; i < c->r->records; i++) {
        const struct sweep_trial *nearest =
            relation[i].nearest < 0 ? NULL : &v->sweep.trial[relation[i].nearest];

        if (!c->shown[i])
            continue;
        v->about[shown->records] = (struct selected){relation[i].settings == 0, nearest};
        if (relation[i].settings && nearest)
            name_settings(&c->axes, c->row[i], &nearest->config, true, &others);
        shown->record[shown->records++] = c->r->record[i];
    }
    v->left_out = c->r->records - shown->records;
    v->others = list_abridged(&others);
    list_clear(&others);
    v->in_cells = xcalloc((size_t)c->count + 1, sizeof *v->in_cells);
    for (v->cells = 0; v->cells < c->count; v->cells++)
        v->in_cells[v->cells] = others_in_cells(v, c, &c->cells[v->cells]);
}

/* The rows that a preset, a sweep or neither asks for. */
static void show(struct choice *c, int preset, const struct sweep *s)
{
    if (s)
        show_sweep(c, preset, s);
    else if (count_own(c, preset))
        show_own(c, preset);
    else
        show_most(c, preset);
}

/* Names the settings of a row that is not shown. */
static void name_left_out(const struct choice *c, const struct selection *v, int row,
                          struct list *left_out)
{
    const struct relation *relation = &c->relation[v->preset][row];
    char *own = format_new("the settings of preset %s", c->e->preset[v->preset].name);

    if (relation->settings == 0)
        list_add_new(left_out, own);
    else if (relation->nearest >= 0)
        name_settings(&c->axes, c->row[row], &v->sweep.trial[relation->nearest].config, false,
                      left_out);
    free(own);
}

/* Chooses, fills the selection, and tells whether other files of the same results show the same. */
static void choose(struct selection *v, struct choice *c, int preset, const struct sweep *s)
{
    int n = c->r->records, first = main_preset(c);
    struct list left_out = {0};
    bool *of_main;

    show(c, first, NULL);
    of_main = c->shown;
    c->shown = xcalloc((size_t)n + 1, sizeof *c->shown);
    v->preset = preset < 0 ? first : preset;
    if (preset >= 0 && !s)
        show_own(c, preset);
    else
        show(c, v->preset, s);
    v->is_main = memcmp(of_main, c->shown, (size_t)n * sizeof *of_main) == 0;
    free(of_main);
    v->sweep = c->sweep[v->preset];
    c->sweep[v->preset] = (struct sweep){0};
    for (int i = 0; i < n; i++)
        if (!c->shown[i])
            name_left_out(c, v, i, &left_out);
    drop_doubles(c, v->preset, &left_out);
    v->left_out_as = list_abridged(&left_out);
    list_clear(&left_out);
    fill(v, c);
}

void selection_init(struct selection *v, const struct plan *e, const struct cells *cells, int count,
                    const struct results *r, int preset, const struct sweep *s)
{
    struct choice c = {.e = e, .cells = cells, .count = count, .r = r};
    int *like;

    *v = (struct selection){.plan = e};
    c.row = xcalloc((size_t)r->records + 1, sizeof *c.row);
    c.shown = xcalloc((size_t)r->records + 1, sizeof *c.shown);
    for (int i = 0; i < r->records; i++)
        c.row[i] = &r->record[i].config;
    expand(&c);
    axes_find(&c.axes, c.sweep, e, cells, count, r);
    like = relation_likes(&c.axes, c.row, r->records);
    for (int p = 0; p < PRESETS; p++)
        c.relation[p] = relations_of(&c.axes, &c.sweep[p], c.row, like, r->records);
    free(like);
    choose(v, &c, preset, s);
    for (int p = 0; p < PRESETS; p++) {
        relations_free(c.relation[p], r->records);
        sweep_clear(&c.sweep[p]);
    }
    list_clear(&c.axes.free);
    list_clear(&c.axes.named);
    free(c.shown);
    free(c.row);
}

void selection_clear(struct selection *v)
{
    free(v->shown.record);
    free(v->about);
    for (int i = 0; i < v->cells; i++)
        free(v->in_cells[i]);
    free(v->in_cells);
    free(v->others);
    free(v->left_out_as);
    sweep_clear(&v->sweep);
    *v = (struct selection){0};
}

char *selection_left_out(const struct selection *v)
{
    if (v->left_out == 0)
        return NULL;
    return format_new("%d trial%s of other settings %s left out: %s", v->left_out,
                      v->left_out == 1 ? "" : "s", v->left_out == 1 ? "is" : "are", v->left_out_as);
}

/* ---- cells ---- */

struct results selection_of_cells(const struct selection *v, const struct cells *c)
{
    struct results some = v->shown;
    bool *fixed = xcalloc((size_t)some.axes + 1, sizeof *fixed);

    for (int a = 0; a < some.axes; a++)
        fixed[a] = !plan_has_axis(v->plan, some.axis[a]) && !cells_name(c, some.axis[a]);
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
