#include "store/profile_number.h"
#include "base/arena.h"
#include "base/number.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* What a profile number makes of the layers' values: VALUE: it is the value of one layer; FOLD: a mean, maximum or minimum
 * over layers; SLOPE: a slope over layers. */
enum fold { VALUE, FOLD, SLOPE };

static const struct word {
    const char *word;   /* the word in experiments' files */
    const char *before; /* what profile_number_print() writes before the column's name */
    const char *after;  /* what it writes after the column's name */
    enum fold fold;
    /* takes_ln: the slope is that of the logarithm; backward: layers are counted from the output */
    bool takes_ln, backward;
} layers_words[] = {
    [LAYERS_MEAN] = {"mean", "mean of ", "", .fold = FOLD},
    [LAYERS_FIRST] = {"first", "", " of the first layer", .fold = VALUE},
    [LAYERS_LAST] = {"last", "", " of the last layer", .fold = VALUE},
    [LAYERS_MAX] = {"max", "largest ", "", .fold = FOLD},
    [LAYERS_MIN] = {"min", "least ", "", .fold = FOLD},
    [LAYERS_SLOPE] = {"slope", "slope of ", " over the layers", .fold = SLOPE},
    [LAYERS_LOG_SLOPE] = {"log_slope", "slope of ln ", " over the layers", .fold = SLOPE,
                          .takes_ln = true},
    [LAYERS_RATE] = {"rate", "growth of ", " per layer", .fold = SLOPE, .takes_ln = true},
    [LAYERS_BACKWARD_RATE] = {"backward_rate", "backward growth of ", " per layer", .fold = SLOPE,
                              .takes_ln = true, .backward = true},
    [LAYERS_NAMED] = {NULL, "", "", .fold = VALUE},
};

/* ---- from text ---- */

/* True when the number of a layer, counted from 1 at the input or from -1 at the output, is not 0 and has at most six
 * digits. */
static bool is_layer_number(long number)
{
    return number != 0 && number > -1000000 && number < 1000000;
}

/* Reads a range "A..B" into n->from and n->to. Returns false when the text is no such range, or runs backwards. */
static bool parse_range(struct profile_number *n, const char *text)
{
    char *end;
    long from = strtol(text, &end, 10), to;

    if (end == text || !text_starts_with(end, ".."))
        return false;
    text = end + 2;
    to = strtol(text, &end, 10);
    n->from = (int)from;
    n->to = (int)to;
    return end > text && !*end && is_layer_number(from) && is_layer_number(to) &&
           (from > 0 && to < 0 ? true : (from > 0) == (to > 0) && from <= to);
}

int profile_number_layers(struct profile_number *n, const char *text, struct text *why)
{
    size_t length = strcspn(text, " ");
    const char *known[LAYERS_NAMED + 1] = {NULL}, *range = text[length] ? text + length + 1 : NULL;
    char last = length ? text[length - 1] : '\0';
    int i = 0;

    for (int k = 0; k < LAYERS_NAMED; k++)
        known[k] = layers_words[k].word;
    while (known[i] && (strlen(known[i]) != length || strncmp(known[i], text, length)))
        i++;
    n->layers = (enum profile_layers)i;
    n->name = i == LAYERS_NAMED ? text : NULL;
    /* The name of a layer ends in a number, so a word without one is a misspelled word of the table. */
    if (i == LAYERS_NAMED && (last < '0' || last > '9') && strcmp(text, "net")) {
        const char *nearest = text_nearest(text, known);

        text_add(why, "layers: %s: ", text);
        if (nearest)
            text_add(why, "did you mean '%s'?", nearest);
        for (int k = 0; k < LAYERS_NAMED && !nearest; k++)
            text_add(why, "%s%s", k ? ", " : "should be ", known[k]);
        text_add(why, nearest ? "" : " or the name of a layer, as dense1");
        return -1;
    }
    if (!range || (layers_words[i].fold != VALUE && parse_range(n, range)))
        return 0;
    text_add(
        why,
        "layers: %s: a range, as mean 3..-3 for the third to the third-last layer, goes from a layer to a "
        "later one, and with words for several layers, as mean, slope or rate",
        text);
    return -1;
}

int profile_number_point(struct profile_number *n, const char *text, struct text *why)
{
    static const char *const word[] = {
        [POINT_LAST] = "last",
        [POINT_FIRST] = "first",
        [POINT_STEP] = "step ",
        [POINT_EPOCH] = "epoch ",
    };

    for (int i = POINT_LAST; i <= POINT_EPOCH; i++) {
        const char *number = text_starts_with(text, word[i]) ? text + strlen(word[i]) : NULL;

        n->point = (enum profile_point)i;
        if (number && i < POINT_STEP && !*number)
            return 0;
        if (number && i >= POINT_STEP && number_is(number)) {
            n->at = number_parse(number, NULL);
            return 0;
        }
    }
    text_add(why, "at: %s: should be last, first, step N or epoch N", text);
    return -1;
}

/* ---- values ---- */

/* The layers that have a value: the values v[count] in the order of the layers, and the layers' numbers x[count]. */
struct layer_values {
    double *x, *v;
    int count;
};

static struct layer_values values_at(const struct profile_number *n, const struct profile *p,
                                     int point)
{
    int column = profile_column(p, n->column->name), layers = p->layer.count;
    struct layer_values s = {xcalloc((size_t)layers, sizeof(double)),
                             xcalloc((size_t)layers, sizeof(double)), 0};

    for (int i = 0; i < layers && column >= 0; i++) {
        double v = *profile_at(p, point, i, column);

        if (isnan(v) || (n->name && strcmp(n->name, p->layer.item[i])))
            continue;
        s.x[s.count] = i + 1;
        s.v[s.count++] = v;
    }
    return s;
}

/* Keeps only the values from the n->from-th to the n->to-th, counted as struct profile_number says. */
static void keep_range(const struct profile_number *n, struct layer_values *s)
{
    int from = n->from < 0 ? s->count + n->from : n->from - 1;
    int to = n->to < 0 ? s->count + n->to : n->to - 1;

    if (n->from == 0)
        return;
    from = from > 0 ? from : 0;
    to = to < s->count ? to : s->count - 1;
    s->count = from <= to ? to - from + 1 : 0;
    memmove(s->x, s->x + from, (size_t)s->count * sizeof *s->x);
    memmove(s->v, s->v + from, (size_t)s->count * sizeof *s->v);
}

static double mean(int n, const double *v)
{
    double sum = 0;

    for (int i = 0; i < n; i++)
        sum += v[i];
    return sum / n;
}

/* Returns the slope of v[n] over x[n] by least squares; NaN when n < 2. */
static double slope(int n, const double *x, const double *v)
{
    double mean_x = mean(n, x), mean_v = mean(n, v), xv = 0, xx = 0;

    for (int i = 0; i < n; i++) {
        xv += (x[i] - mean_x) * (v[i] - mean_v);
        xx += (x[i] - mean_x) * (x[i] - mean_x);
    }
    return n < 2 ? NAN : xv / xx;
}

/* Returns the profile number that n makes from the values s, of which there is at least one. Overwrites s. */
static double fold(const struct profile_number *n, struct layer_values *s)
{
    const struct word *word = &layers_words[n->layers];
    bool ln = word->takes_ln || (n->layers == LAYERS_MEAN && n->column->ratio);
    double result = s->v[0];

    for (int i = 0; i < s->count && ln; i++)
        s->v[i] = s->v[i] > 0 ? log(s->v[i]) : NAN;
    if (word->fold == SLOPE)
        result = slope(s->count, s->x, s->v) * (word->backward ? -1 : 1);
    if (n->layers == LAYERS_MEAN)
        result = mean(s->count, s->v);
    for (int i = 0; i < s->count && n->layers == LAYERS_MAX; i++)
        result = fmax(result, s->v[i]);
    for (int i = 0; i < s->count && n->layers == LAYERS_MIN; i++)
        result = fmin(result, s->v[i]);
    if (n->layers == LAYERS_LAST)
        result = s->v[s->count - 1];
    return ln && n->layers != LAYERS_LOG_SLOPE ? exp(result) : result;
}

double profile_number_at(const struct profile_number *n, const struct trial_result *r, int point)
{
    const struct profile *p = profiles_find(&r->profiles, n->probe);
    struct layer_values s;
    double result = NAN;

    if (!p || point < 0 || point >= r->profiles.points)
        return NAN;
    s = values_at(n, p, point);
    keep_range(n, &s);
    if (s.count > 0)
        result = fold(n, &s);
    free(s.x);
    free(s.v);
    return result;
}

int profile_number_point_of(const struct profile_number *n, const struct trial_result *r)
{
    const struct profiles *p = &r->profiles;
    const double *at = n->point == POINT_STEP ? p->step : p->epoch;
    int point = n->point == POINT_FIRST ? 0 : p->points - 1;

    while (n->point >= POINT_STEP && point >= 0 && at[point] != n->at)
        point--;
    return point;
}

double profile_number_value(const struct profile_number *n, const struct trial_result *r)
{
    return profile_number_at(n, r, profile_number_point_of(n, r));
}

bool profile_number_is_ratio(const struct profile_number *n)
{
    bool is_rate = n->layers == LAYERS_RATE || n->layers == LAYERS_BACKWARD_RATE;

    return is_rate || (n->column->ratio && layers_words[n->layers].fold != SLOPE);
}

struct metric_info profile_number_info(const struct profile_number *n)
{
    bool slopes = layers_words[n->layers].fold == SLOPE, ratio = profile_number_is_ratio(n);

    return (struct metric_info){
        .name = n->column->name,
        .unit = !slopes ? n->column->unit
                : ratio ? "1"
                        : "per layer",
        .help = n->column->help,
        .least = !slopes ? n->column->least
                 : ratio ? 0
                         : -INFINITY,
        .most = slopes ? INFINITY : n->column->most,
        .less_is_better = !slopes && n->column->less_is_better,
        .apart = INFINITY,
        .merged_curve = true,
    };
}

/* ---- words ---- */

void profile_number_print(const struct profile_number *n, struct text *out)
{
    const struct word *word = &layers_words[n->layers];
    bool whole_net = probe_is_whole_net(n->probe); /* there is one "layer", which is not named */

    text_add(out, "%s%s.%s%s", whole_net ? "" : word->before, n->probe, n->column->name,
             whole_net ? "" : word->after);
    if (n->name && !whole_net)
        text_add(out, " of %s", n->name);
    if (n->from)
        text_add(out, " (layers %d to %d)", n->from, n->to);
    else if (word->fold == FOLD && !whole_net)
        text_add(out, " over the layers");
    if (n->point == POINT_FIRST)
        text_add(out, " before training");
    else if (n->point != POINT_LAST)
        text_add(out, " at %s %g", n->point == POINT_STEP ? "step" : "epoch", n->at);
}
