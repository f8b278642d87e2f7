/* When probes measure: the points of a trial; and the measurement at a point. */
#include "base/arena.h"
#include "base/number.h"
#include "base/rng.h"
#include "base/system/clock.h"
#include "train/probes/probe.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- points ---- */

/* Adds the point after `step` steps, unless p has a point that is as late. */
static void add_point(struct profiles *p, double step, double steps_per_epoch)
{
    if (p->points > 0 && step <= p->step[p->points - 1])
        return;
    array_add(p->step, p->points) = step;
    p->epoch = xrealloc(p->epoch, (size_t)p->points * sizeof *p->epoch);
    p->epoch[p->points - 1] = step / steps_per_epoch;
}

/* True when the word is a whole number from `least` to 1e9; *v is then set to it. */
static bool is_count(const char *word, double least, double *v)
{
    *v = strspn(word, "0123456789") == strlen(word) && strlen(word) < 11 ? number_parse(word, NULL)
                                                                         : NAN;
    return *v >= least && *v <= 1e9;
}

/* True when a word is missing before, after or between the hyphens of the text. */
static bool lacks_word(const char *text)
{
    size_t n = strlen(text);

    return n > 0 && (text[0] == '-' || text[n - 1] == '-' || strstr(text, "--"));
}

/* Reads a value of probe_at. For every-N sets *every to N; otherwise adds the steps, which must ascend, as points to
 * `at`. Returns 0, or -1 with the reason in `why`. */
static int parse_at(const char *text, double *every, struct profiles *at, struct text *why)
{
    struct list word = {0};
    bool good = !lacks_word(text), each = strncmp(text, "every-", 6) == 0;
    double v;

    list_split(&word, each ? text + 6 : text, "-");
    if (each)
        good = good && word.count == 1 && is_count(word.item[0], 1, every);
    for (int i = 0; i < word.count && !each && good; i++) {
        good = is_count(word.item[i], 0, &v) && (at->points == 0 || v > at->step[at->points - 1]);
        if (good)
            add_point(at, v, 1);
    }
    if (!good)
        text_add(why, "probe_at=%s: write the steps in ascending order, as 0-1-10-100, or every-50",
                 text);
    list_clear(&word);
    return good ? 0 : -1;
}

/* Sets the points of p. They are the steps of probe_at up to the last step; or with every-N every N steps, and the last;
 * or without probe_at every probe_every-th evaluation, and the last. There is always one, after 0 steps if no other. */
static void set_points(struct profiles *p, const struct trial *t)
{
    const struct trial_options *o = &t->options;
    double steps = session_steps(t), last = steps * o->epochs, every = 0;
    struct profiles at = {0};
    struct text why = {0};

    parse_at(o->probe_at, &every, &at, &why);
    for (int i = 0; i < at.points && at.step[i] <= last; i++)
        add_point(p, at.step[i], steps);
    for (double s = 0; every > 0 && s < last; s += every)
        add_point(p, s, steps);
    for (long i = 0; !*o->probe_at && i < (long)o->epochs * o->evals_per_epoch;
         i += o->probe_every) {
        long evals = o->evals_per_epoch;

        add_point(p, steps * (double)(i / evals) + (double)((long)steps * (i % evals) / evals),
                  steps);
    }
    if (at.points == 0)
        add_point(p, last, steps);
    if (p->points == 0)
        add_point(p, 0, steps);
    profiles_clear(&at);
    text_clear(&why);
}

int probe_check(const char *probe, const char *probe_at, struct text *why)
{
    struct list name = {0}, known = {0};
    struct profiles at = {0};
    double every;
    int r = 0;

    for (int i = 0; probe_types[i]; i++)
        list_add(&known, probe_types[i]->name);
    list_split(&name, probe, "+");
    for (int i = 0; i < name.count && r == 0; i++)
        if (!probe_help(name.item[i])) {
            char *all = list_join(&known, ", ");

            text_add(why, "probe=%s: there is no probe '%s'; the probes are %s", probe,
                     name.item[i], all);
            free(all);
            r = -1;
        }
    if (r == 0)
        r = parse_at(probe_at, &every, &at, why);
    profiles_clear(&at);
    list_clear(&name);
    list_clear(&known);
    return r;
}

/* ---- measuring ---- */

struct probes {
    struct twin twin;
    struct profiles *profiles; /* of the trial's result */
    void **kept;               /* [profiles->count] what each probe keeps */
    int next;                  /* index of the next point */
};

/* Adds a profile for each probe that the trial asks for, in the order of probes.def. */
static void add_profiles(struct probes *p)
{
    struct list asked = {0}, net = {0}, stages = {0};

    list_split(&asked, p->twin.trial.options.probe, "+");
    list_add(&net, "net");
    for (int i = 0; i < p->twin.stages; i++)
        list_add(&stages, p->twin.stage[i].weight->layer.name);
    for (int i = 0; probe_types[i]; i++)
        if (list_has(&asked, probe_types[i]->name))
            profiles_add(p->profiles, probe_types[i]->name,
                         probe_types[i]->whole_net ? &net : &stages);
    list_clear(&asked);
    list_clear(&net);
    list_clear(&stages);
}

int probes_open(struct probes **out, struct trial *t)
{
    struct probes *p;

    *out = NULL;
    if (!*t->options.probe)
        return 0;
    *out = p = xcalloc(1, sizeof *p);
    p->profiles = &t->result->profiles;
    if (twin_init(&p->twin, t))
        return -1;
    set_points(p->profiles, t);
    add_profiles(p);
    p->kept = xcalloc((size_t)p->profiles->count, sizeof *p->kept);
    t->result->probe_seconds = 0;
    for (int i = 0; i < p->profiles->count; i++)
        if (p->profiles->item[i].probe->open &&
            p->profiles->item[i].probe->open(&p->twin, &p->kept[i]))
            return -1;
    return 0;
}

void probes_close(struct probes *p)
{
    if (!p)
        return;
    for (int i = 0; p->kept && i < p->profiles->count; i++)
        if (p->kept[i])
            p->profiles->item[i].probe->close(p->kept[i]);
    free(p->kept);
    twin_clear(&p->twin);
    free(p);
}

void probes_transfer(struct probes *p, struct transfer *t)
{
    if (!p)
        return;
    TRANSFER(t, p->next);
    TRANSFER(t, p->twin.original->result->probe_seconds);
    for (int i = 0; i < p->profiles->count; i++) {
        struct profile *profile = &p->profiles->item[i];
        size_t rows = (size_t)p->profiles->points * (size_t)profile->layer.count;

        transfer_bytes(t, profile->value, rows * (size_t)profile->columns * sizeof *profile->value);
        if (profile->probe->transfer)
            profile->probe->transfer(&p->twin, p->kept[i], t);
    }
}

/* Returns v rounded to the 24 significant bits of a float, with a double's range. The measurements are no more exact than
 * that, and files of rounded numbers compress better. */
static double rounded(double v)
{
    int exponent;
    double mantissa = frexp(v, &exponent);

    return ldexp(rint(mantissa * 0x1p24), exponent - 24);
}

/* Runs the measurement of probe i at point p->next. */
static void measure_one(struct probes *p, int i)
{
    const struct profile *profile = &p->profiles->item[i];
    double *value = profile_at(profile, p->next, 0, 0);

    twin_reset(&p->twin);
    profile->probe->measure(&p->twin, p->kept[i], value);
    for (int k = 0; k < profile->layer.count * profile->columns; k++)
        value[k] = rounded(value[k]);
}

/* Sets lr, key and `frozen` of the twin for the next training step. After the last step, lr and `frozen` are those of the
 * last step, because the schedule may give no learning rate beyond it. */
static void set_step(struct twin *w)
{
    const struct trial *t = w->original;
    long steps = session_steps(t), last = steps * t->options.epochs,
         next = t->step < last || last == 0 ? t->step : last - 1;

    w->lr = session_learning_rate(t, next);
    w->key = rng_key((uint64_t)t->options.seed, "step", (uint64_t)t->step);
    w->trial.frozen = session_is_frozen(t, (int)(next / steps) + 1);
}

double probes_measure(struct probes *p)
{
    double start = clock_cpu_seconds(), seconds;

    if (!p || p->next == p->profiles->points)
        return 0;
    if ((double)p->twin.original->step < p->profiles->step[p->next])
        return 0;
    set_step(&p->twin);
    for (int i = 0; i < p->profiles->count; i++)
        measure_one(p, i);
    p->next++;
    seconds = clock_cpu_seconds() - start;
    p->twin.original->result->probe_seconds += seconds;
    return seconds;
}
