#include "judge/ledger.h"
#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

static void correct(struct verdicts *v)
{
    double *p = xcalloc((size_t)v->count + 1, sizeof *p),
           *adjusted = xcalloc((size_t)v->count + 1, sizeof *p);

    for (int i = 0; i < v->count; i++)
        p[i] = v->judgement[i].p;
    stats_holm(v->count, p, adjusted);
    for (int i = 0; i < v->count; i++)
        v->judgement[i].p_holm = adjusted[i];
    free(p);
    free(adjusted);
}

static int trainings(const struct results *r)
{
    int n = 0;

    for (int i = 0; i < r->records; i++)
        n += r->record[i].result.status != TRIAL_REFUSED;
    return n;
}

void verdicts_init(struct verdicts *v, const struct plan *plan, const struct claim *claims,
                   const struct results *r)
{
    *v = (struct verdicts){
        .plan = plan, .claims = claims, .count = claims_count(claims), .run = r != NULL};
    v->judgement = xcalloc((size_t)v->count + 1, sizeof *v->judgement);
    if (r) {
        config_merge(&v->provenance, &r->provenance);
        v->version = r->version;
        v->trainings = trainings(r);
    }
    for (int i = 0; i < v->count; i++)
        v->judgement[i] = r ? claim_judge(&claims[i], r) : judgement_unknown();
    correct(v);
}

static int by_size(const void *a, const void *b)
{
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

    return (x > y) - (x < y);
}

/* The seeds of the trials as `--seeds` takes them: "0-4,7". A new string. */
static char *seeds_of(const struct results *r)
{
    int64_t *seed = xcalloc((size_t)r->records + 1, sizeof *seed);
    struct text t = {0};

    for (int i = 0; i < r->records; i++)
        seed[i] = r->record[i].seed;
    qsort(seed, (size_t)r->records, sizeof *seed, by_size);
    for (int i = 0; i < r->records;) {
        int last = i;

        while (last + 1 < r->records && seed[last + 1] <= seed[last] + 1)
            last++;
        text_add(&t, "%s%lld", t.length ? "," : "", (long long)seed[i]);
        if (seed[last] > seed[i])
            text_add(&t, "-%lld", (long long)seed[last]);
        i = last + 1;
    }
    free(seed);
    return t.s ? t.s : xstrdup("");
}

void verdicts_select(struct verdicts *v, const struct claim *claims, const struct selection *s,
                     const char *root)
{
    *v = (struct verdicts){
        .plan = s->plan, .claims = claims, .count = claims_count(claims), .run = true};
    v->judgement = xcalloc((size_t)v->count + 1, sizeof *v->judgement);
    config_merge(&v->provenance, &s->shown.provenance);
    v->version = s->shown.version;
    v->trainings = trainings(&s->shown);
    v->preset = s->plan->preset[s->preset].name;
    v->seeds = seeds_of(&s->shown);
    v->root = root;
    v->left_out = selection_left_out(s);
    for (int i = 0; i < v->count; i++) {
        struct cells cells = claim_cells(&claims[i]);
        struct results some = selection_of_cells(s, &cells);
        const char *others = *s->others ? s->others : s->in_cells[i];
        struct judgement *j = &v->judgement[i];

        *j = claim_judge(&claims[i], &some);
        if (j->verdict == NOT_RUN && *others)
            j->because = format_new("not judged: %s", others);
        free(some.record);
    }
    correct(v);
}

void verdicts_clear(struct verdicts *v)
{
    for (int i = 0; i < v->count; i++)
        judgement_clear(&v->judgement[i]);
    free(v->judgement);
    free(v->seeds);
    free(v->left_out);
    config_clear(&v->provenance);
    *v = (struct verdicts){0};
}

char *verdicts_stale(const struct verdicts *v)
{
    const struct plan *e = v->plan;

    if (!v->run || v->version == e->version)
        return NULL;
    return format_new("These results are of version %d of the experiment, which is at %d now: "
                      "normlab run %s makes them anew.",
                      v->version, e->version, e->name);
}

char *verdicts_dirty(const struct verdicts *v)
{
    const char *commit = config_get(&v->provenance, "source_commit");

    if (!v->run || !source_is_dirty(commit))
        return NULL;
    return format_new(
        "These results come, some or all, from a build with changes that its commit has not (%s): "
        "nobody can build that program again.",
        commit);
}

bool verdict_is_weak(const struct judgement *j)
{
    return (j->verdict == SUPPORTED || j->verdict == REFUTED) && j->p_holm > 0.05;
}

char *verdict_word(const struct judgement *j)
{
    return format_new("%s%s", verdict_name[j->verdict], verdict_is_weak(j) ? "*" : "");
}

struct verdict_count ledger_count(const struct verdicts *v, int count, const char *id)
{
    struct verdict_count n = {{0}, {0}, 0};

    for (int i = 0; i < count; i++)
        for (int k = 0; k < v[i].count; k++) {
            const struct judgement *j = &v[i].judgement[k];

            if (id && strcmp(v[i].claims[k].id, id))
                continue;
            n.of[j->verdict]++;
            n.weak[j->verdict] += verdict_is_weak(j);
            n.all++;
        }
    return n;
}

static bool has_row(const struct claim_row *rows, int n, const char *id)
{
    for (int i = 0; i < n; i++)
        if (strcmp(rows[i].id, id) == 0)
            return true;
    return false;
}

struct claim_row *ledger_rows(const struct claim_row *rows, const struct verdicts *v, int count)
{
    struct claim_row *all;
    int n = 0;

    while (rows[n].id)
        n++;
    all = xcalloc((size_t)n + 1, sizeof *all);
    memcpy(all, rows, (size_t)n * sizeof *all);
    for (int i = 0; i < count; i++)
        for (int k = 0; k < v[i].count; k++) {
            const struct claim *c = &v[i].claims[k];

            if (has_row(all, n, c->id))
                continue;
            all = xrealloc(all, (size_t)(n + 2) * sizeof *all);
            all[n++] =
                (struct claim_row){.id = c->id, .text = v[i].plan->title, .from = c->source};
            all[n] = (struct claim_row){0};
        }
    return all;
}

/* ---- commands ---- */

/* Adds a value to the list that a key has. */
static void add_value(struct config *grid, const char *key, const char *value)
{
    const char *known = config_get(grid, key);
    size_t n = strlen(value);
    char *both;

    for (const char *at = known; at && *at; at += strcspn(at, ","), at += *at == ',')
        if (strncmp(at, value, n) == 0 && (!at[n] || at[n] == ','))
            return;
    both = known ? format_new("%s,%s", known, value) : xstrdup(value);
    config_set(grid, key, both);
    free(both);
}

/* Every key that all of the claim's cells set, with all the values that they set it to. A key that one of
 * them leaves open stays as it was. */
static void cells_grid(const struct claim *c, struct config *grid)
{
    const char *const cell[] = {c->a, c->b, c->a_base, c->b_base};
    struct config own[4] = {{0}};

    for (int i = 0; i < 4; i++)
        if (cell[i])
            cell_parse(cell[i], &own[i]);
    for (int k = 0; k < own[0].count; k++) {
        const char *key = own[0].item[k].key;
        bool everywhere = true;

        for (int i = 0; i < 4; i++)
            everywhere = everywhere && (!cell[i] || config_get(&own[i], key));
        for (int i = 0; i < 4 && everywhere; i++)
            if (cell[i])
                add_value(grid, key, config_get(&own[i], key));
    }
    for (int i = 0; i < 4; i++)
        config_clear(&own[i]);
}

/* The next word of a command line as a shell reads it: quotes are single ones, and \' between them. A new
 * string; NULL at the end. */
static char *next_word(const char **at)
{
    struct text word = {0};
    bool quoted = false;
    const char *s = *at + strspn(*at, " ");

    if (!*s)
        return NULL;
    for (; *s && (quoted || *s != ' '); s++)
        if (*s == '\'')
            quoted = !quoted;
        else if (*s == '\\' && !quoted && s[1])
            text_addn(&word, ++s, 1);
        else
            text_addn(&word, s, 1);
    *at = s;
    return word.s ? word.s : xstrdup("");
}

/* Does the flag choose trials, or the folder that has them? Those have a value. */
static bool is_kept(const char *flag)
{
    return !strcmp(flag, "--preset") || !strcmp(flag, "--seeds") || !strcmp(flag, "--out");
}

static bool takes_value(const char *flag)
{
    return is_kept(flag) || !strcmp(flag, "-j") || !strcmp(flag, "--jobs");
}

static void add_word(struct text *out, const char *word)
{
    text_add(out, " ");
    text_add_shell(out, word);
}

/* A word of the recorded command, which stands before *rest, if it chooses trials: flags, and keys that the claim's
 * cells do not set. */
static void add_recorded(const char *word, const char **rest, const struct config *grid,
                         struct text *out)
{
    char *name = xstrndup(word, strcspn(word, "="));
    char *value = *word == '-' && !strchr(word, '=') && takes_value(word) ? next_word(rest) : NULL;

    if (*word == '-' ? is_kept(name) : strchr(word, '=') && !config_get(grid, name)) {
        add_word(out, word);
        if (value)
            add_word(out, value);
    }
    free(value);
    free(name);
}

/* Adds the preset and the seeds of the selection, where they are not what `normlab run` takes by itself. */
static void add_selected(const struct verdicts *v, struct text *out)
{
    const struct plan *e = v->plan;
    int preset = preset_find(e, v->preset);

    if (preset != PRESET_PAPER)
        text_add(out, " --preset %s", v->preset);
    if (strcmp(v->seeds, e->preset[preset].seeds))
        text_add(out, " --seeds %s", v->seeds);
    if (strcmp(v->root, ".")) {
        text_add(out, " --out");
        add_word(out, v->root);
    }
}

void claim_command(const struct verdicts *v, const struct claim *c, struct text *out)
{
    const char *recorded = config_get(&v->provenance, "command_line");
    struct config grid = {0};
    char *word;

    cells_grid(c, &grid);
    text_add(out, "normlab run %s", v->plan->name);
    if (v->preset)
        add_selected(v, out);
    else if (recorded && text_starts_with(recorded, "normlab run "))
        for (recorded += strlen("normlab run "); (word = next_word(&recorded)); free(word))
            add_recorded(word, &recorded, &grid, out);
    for (int i = 0; i < grid.count; i++) {
        char *pair = format_new("%s=%s", grid.item[i].key, grid.item[i].value);

        add_word(out, pair);
        free(pair);
    }
    config_clear(&grid);
}
