#include "store/description.h"
#include "base/arena.h"
#include "store/panels.h"
#include "train/trial.h"
#include <stdlib.h>
#include <string.h>

struct values {
    const char **v;
    int n;
};

static struct values values_of(const struct results *r, const char *key)
{
    struct values a = {0};

    a.n = panels_values(NULL, r, -1, key, &a.v);
    return a;
}

/* Takes over the words; nothing is added where there are none. */
static void add_line(struct description *s, const char *name, struct text *words)
{
    if (words->length == 0)
        return;
    s->line = xrealloc(s->line, (size_t)(s->lines + 1) * sizeof *s->line);
    s->line[s->lines++] = (struct description_line){xstrdup(name), words->s};
    *words = (struct text){0};
}

/* "a", "a or b", "a, b or c" */
static void add_list(struct text *out, const struct values *a)
{
    for (int i = 0; i < a->n; i++)
        text_add(out, "%s%s",
                 i == 0         ? ""
                 : i + 1 < a->n ? ", "
                                : " or ",
                 *a->v[i] ? a->v[i] : "none");
}

/* ---- phrases ---- */

/* How a key's value is put in words. `only`: nothing is said where every trial has that value, which is the
 * default or asks for nothing. `all`: what stands for the value "all". */
struct phrase {
    const char *line, *key, *words; /* words with %s */
    const char *only, *all;
};

static const struct phrase phrases[] = {
    {"network", "net", "%s", NULL, NULL},
    {"data", "data", "%s", NULL, NULL},
    {"data", "train_count", "the first %s training samples", NULL, "all training samples"},
    {"data", "test_count", "the first %s test samples", NULL, "all test samples"},
    {"data", "val_fraction", "%s of the training samples held out for validation", "0", NULL},
    {"data", "input", "input=%s", "standard", NULL},
    {"data", "flip", "mirrored at random: %s", "0", NULL},
    {"data", "crop", "shifted at random by up to %s pixels", "0", NULL},
    {"data", "length", "sequences cut to %s steps (0: as long as they are)", "0", NULL},
    {"training", "epochs", "%s epochs", NULL, NULL},
    {"training", "batch", "batches of %s", NULL, NULL},
    {"training", "optimizer", "%s", NULL, NULL},
    {"training", "momentum", "momentum %s", NULL, NULL},
    {"training", "nesterov", "Nesterov's form: %s", "0", NULL},
    {"training", "adam_form", "Adam as in %s", "torch", NULL},
    {"training", "lr", "learning rate %s", NULL, NULL},
    {"training", "lr_ref_batch", "scaled linearly with the batch from %s", "0", NULL},
    {"training", "schedule", "%s schedule", NULL, NULL},
    {"training", "warmup_epochs", "%s epochs of warm-up", "0", NULL},
    {"training", "weight_decay", "L2 penalty %s", "0", NULL},
    {"training", "clip_norm", "gradients clipped to a norm of %s", "0", NULL},
    {"training", "loss", "loss %s", "softmax", NULL},
    {"initial weights", "init", "%s", NULL, NULL},
    {"initial weights", "init_scale", "times %s", "1", NULL},
    {"measured", "evals_per_epoch", "%s times an epoch", "1", NULL},
    {"measured", "fit_count", "the gap on the first %s training samples", "0", NULL},
};

/* False for an option of an optimizer, as momentum of sgd, that none of the trials uses. */
static bool applies(const struct phrase *p, const struct results *r)
{
    const char *of = trial_option_optimizer(p->key);
    struct values a = values_of(r, "optimizer");
    bool any = !of;

    for (int i = 0; i < a.n && !any; i++)
        any = strcmp(a.v[i], of) == 0;
    free(a.v);
    return any;
}

static void add_phrase(struct text *out, const struct phrase *p, const struct results *r)
{
    struct values a = values_of(r, p->key);
    bool silent =
        a.n == 0 || (a.n == 1 && (*a.v[0] == '\0' || (p->only && !strcmp(a.v[0], p->only))));
    struct text list = {0};

    if (!silent && applies(p, r)) {
        text_add(out, out->length ? ", " : "");
        if (p->all && a.n == 1 && strcmp(a.v[0], "all") == 0) {
            text_add(out, "%s", p->all);
        } else {
            const char *at = strstr(p->words, "%s");

            add_list(&list, &a);
            text_add(out, "%.*s%s%s", (int)(at - p->words), p->words, list.s, at + 2);
        }
    }
    text_clear(&list);
    free(a.v);
}

/* ---- lines ---- */

static void add_trials(struct description *s, const struct results *r)
{
    int count[TRIAL_STATUSES] = {0};
    struct values seed = values_of(r, "seed");
    struct text t = {0};

    for (int i = 0; i < r->records; i++)
        count[r->record[i].result.status]++;
    text_add(&t, "%d: %d trained to their end, %d diverged, %d refused at set-up; %d seed%s",
             r->records, count[TRIAL_DONE], count[TRIAL_DIVERGED], count[TRIAL_REFUSED], seed.n,
             seed.n == 1 ? "" : "s");
    if (seed.n)
        text_add(&t, ", %s to %s", seed.v[0], seed.v[seed.n - 1]);
    add_line(s, "trials", &t);
    free(seed.v);
}

static void add_axes(struct description *s, const struct results *r)
{
    for (int a = 0; a < r->axes; a++) {
        struct values v = values_of(r, r->axis[a]);
        struct text t = {0};

        if (v.n > 1 && strcmp(r->axis[a], "net") && strcmp(r->axis[a], "panel")) {
            char *name = format_new("varied: %s", r->axis[a]);

            for (int i = 0; i < v.n; i++)
                text_add(&t, "%s%s", i ? ", " : "", *v.v[i] ? v.v[i] : "(none)");
            add_line(s, name, &t);
            free(name);
        }
        free(v.v);
    }
}

/* Is the key an axis that varies, which has a line of its own? */
static bool is_varied(const struct results *r, const char *key)
{
    bool varied = false;

    for (int a = 0; a < r->axes; a++)
        if (strcmp(r->axis[a], key) == 0) {
            struct values v = values_of(r, key);

            varied = v.n > 1;
            free(v.v);
        }
    return varied;
}

/* The phrases of a line, of these results alone. `all` tells which keys vary and have lines of their own. */
static void add_words(struct text *out, const char *line, const struct results *r,
                      const struct results *all)
{
    for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++)
        if (strcmp(phrases[i].line, line) == 0 &&
            (strcmp(line, "network") == 0 || !is_varied(all, phrases[i].key)))
            add_phrase(out, &phrases[i], r);
}

/* What is said of each panel. */
struct said {
    const char *panel;
    struct text words;
};

/* "mlp, conv: 5 epochs", once for panels of which the same is said; without their names where that is all. */
static void add_grouped(struct description *s, const char *line, struct said *said, int n)
{
    for (int i = 0; i < n; i++) {
        struct text t = {0}, names = {0};
        int alike = 0;

        for (int k = i; k < n && said[i].panel; k++)
            if (said[k].panel && strcmp(text_str(&said[k].words), text_str(&said[i].words)) == 0) {
                text_add(&names, "%s%s", alike++ ? ", " : "", said[k].panel);
                said[k].panel = k > i ? NULL : said[k].panel; /* it has been told */
            }
        if (said[i].panel && said[i].words.length)
            text_add(&t, "%s%s%s", alike < n ? names.s : "", alike < n ? ": " : "",
                     said[i].words.s);
        add_line(s, line, &t);
        text_clear(&names);
    }
}

static void add_by_panel(struct description *s, const char *line, const struct results *r)
{
    struct values panel = values_of(r, "panel");
    struct said *said = xcalloc((size_t)panel.n + 1, sizeof *said);

    for (int i = 0; i < panel.n; i++) {
        struct results some = *r;

        some.record = xcalloc((size_t)r->records + 1, sizeof *some.record);
        some.records = 0;
        for (int k = 0; k < r->records; k++)
            if (strcmp(record_get(&r->record[k], "panel"), panel.v[i]) == 0)
                some.record[some.records++] = r->record[k];
        said[i].panel = panel.v[i];
        add_words(&said[i].words, line, &some, r);
        free(some.record);
    }
    add_grouped(s, line, said, panel.n);
    for (int i = 0; i < panel.n; i++)
        text_clear(&said[i].words);
    free(said);
    free(panel.v);
}

void description_init(struct description *s, const struct results *r)
{
    size_t n = sizeof phrases / sizeof *phrases;

    *s = (struct description){0};
    add_trials(s, r);
    add_axes(s, r);
    for (size_t i = 0; i < n; i++)
        if (i == 0 || strcmp(phrases[i].line, phrases[i - 1].line))
            add_by_panel(s, phrases[i].line, r);
}

void description_clear(struct description *s)
{
    for (int i = 0; i < s->lines; i++) {
        free(s->line[i].name);
        free(s->line[i].words);
    }
    free(s->line);
    *s = (struct description){0};
}
