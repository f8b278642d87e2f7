/* Set-up of rnn, lstm and gru: the text of the norm in the cell, parameters and memory. */
#include "base/arena.h"
#include "base/error.h"
#include "base/list.h"
#include "base/number.h"
#include "layers/norms/norm.h"
#include "layers/recurrent/recurrent.h"
#include <stdlib.h>
#include <string.h>

LAYER_OPTIONS_FIT(struct recurrent);

/* ---- the norm's text ---- */

/* Returns the type of the norm with this text, or NULL. */
static const struct layer_type *norm_type(const char *text)
{
    return layer_type_find(text, strcspn(text, ":"));
}

/* The parts of the text of a norm inside a cell, as "batchnorm:momentum=0.3:masked=1". */
struct norm_text {
    struct list words;
    const char *affine, *gamma_init, *masked; /* values, owned by words; NULL: the text has none */
    /* The norm with its other options, in canonical form: "batchnorm momentum=0.3". */
    struct text others;
};

/* True when the word is OPTION=VALUE. Then *value is set to VALUE, in the memory of the word. */
static bool is_option(const char *word, const char *option, const char **value)
{
    size_t length = strlen(option);
    bool is = strncmp(word, option, length) == 0 && word[length] == '=';

    *value = is ? word + length + 1 : *value;
    return is;
}

/* Splits the text of a norm into n. Returns 0, or -1 without a message when the text is not that of a norm. The caller
 * must call norm_text_clear(), also after -1. */
static int norm_text_parse(struct norm_text *n, const char *text)
{
    const struct layer_type *type = norm_type(text);
    struct text whole = {0}, others = {0};
    char *spec;
    int r;

    *n = (struct norm_text){0};
    list_split(&n->words, text, ":");
    for (int i = 0; i < n->words.count; i++) {
        const char *word = n->words.item[i];

        if (!is_option(word, "affine", &n->affine) &&
            !is_option(word, "gamma_init", &n->gamma_init) &&
            !is_option(word, "masked", &n->masked))
            text_add_item(&others, " ", "%s", word);
    }
    spec = list_join(&n->words, " ");
    r = type && type->is_norm && !strchr(text, ' ') ? layer_canonical(spec, &whole) : -1;
    if (r == 0 && layer_canonical(text_str(&others), &n->others))
        BUG("'%s' is no norm without the options of its layer", text);
    text_clear(&whole);
    text_clear(&others);
    free(spec);
    return r;
}

static void norm_text_clear(struct norm_text *n)
{
    list_clear(&n->words);
    text_clear(&n->others);
}

/* Adds the option gamma_init, with the value in canonical form. */
static void add_gamma_init(struct text *out, const char *value)
{
    char digits[32];

    format_double(digits, number_parse(value, NULL));
    text_add(out, " gamma_init=%s", digits);
}

/* Adds a spec to out, with ':' in place of each blank. */
static void add_with_colons(struct text *out, const char *spec)
{
    size_t start = out->length;

    text_add(out, "%s", spec);
    for (char *p = out->s + start; *p; p++)
        *p = *p == ' ' ? ':' : *p;
}

int recurrent_norm_canonical(const char *text, struct text *out)
{
    struct norm_text n;
    int r = norm_text_parse(&n, text);

    if (r == 0) {
        if (n.affine)
            text_add(&n.others, " affine=%s", n.affine);
        if (n.gamma_init)
            add_gamma_init(&n.others, n.gamma_init);
        if (n.masked && strcmp(n.masked, "auto") != 0)
            text_add(&n.others, " masked=%s", n.masked);
        add_with_colons(out, text_str(&n.others));
    }
    norm_text_clear(&n);
    return r;
}

/* True when this value of affine is the default for every norm in the cell. The default is scale for the norms of x W_x
 * and h W_h, and both for the norm of c. */
static bool is_default_affine(const struct recurrent *r, const char *affine)
{
    int at_gates = 1 << NORM_OF_X | 1 << NORM_OF_H, at_c = 1 << NORM_OF_C;

    return !(r->norm_at & at_gates && strcmp(affine, "scale") != 0) &&
           !(r->norm_at & at_c && strcmp(affine, "both") != 0);
}

/* Moves masked and gamma_init from the norm's text to the layer's options of the same name, and makes the text
 * canonical. A text that is not that of a norm does not change. */
static void resolve_norm_text(struct recurrent *r)
{
    struct text moved = {0};
    struct norm_text n;

    if (norm_text_parse(&n, r->norm) == 0) {
        bool has_gamma =
            !n.affine || (strcmp(n.affine, "none") != 0 && strcmp(n.affine, "shift") != 0);
        double gamma_init = n.gamma_init ? number_parse(n.gamma_init, NULL) : r->gamma_init;

        if (n.masked && strcmp(n.masked, "auto") != 0)
            r->masked = strcmp(n.masked, "1") == 0 ? MASKED_YES : MASKED_NO;
        if (n.affine && !is_default_affine(r, n.affine))
            text_add(&n.others, " affine=%s", n.affine);
        /* The layer's option must not be negative, so a negative number stays in the norm's text. */
        if (has_gamma && n.gamma_init && gamma_init < 0)
            add_gamma_init(&n.others, n.gamma_init);
        r->gamma_init = has_gamma && gamma_init >= 0 ? gamma_init : GAMMA_INIT_AUTO;
        add_with_colons(&moved, text_str(&n.others));
        if (moved.length < sizeof r->norm)
            strcpy(r->norm, moved.s);
    }
    text_clear(&moved);
    norm_text_clear(&n);
}

static bool has_norm(const struct recurrent *r)
{
    return strcmp(r->norm, "none") != 0;
}

void recurrent_resolve(void *options, bool has_c)
{
    struct recurrent *r = options;
    const struct layer_type *type = norm_type(r->norm);

    if (!has_norm(r)) {
        r->gamma_init = GAMMA_INIT_AUTO;
        r->masked = MASKED_AUTO;
        return;
    }
    if (r->norm_at == NORM_AT_AUTO)
        r->norm_at = 1 << NORM_OF_X | 1 << NORM_OF_H | (has_c ? 1 << NORM_OF_C : 0);
    resolve_norm_text(r);
    if (r->gamma_init == GAMMA_INIT_AUTO)
        r->gamma_init = type && strcmp(type->name, "batchnorm") == 0 ? 0.1 : 1;
}

/* ---- set-up ---- */

/* Returns the spec of a norm inside the cell, which the caller frees. It has the layer's affine and gamma_init first
 * and the options of the norm's text last: when an option occurs twice, the last one counts. */
static char *norm_spec(const struct recurrent *r, bool with_beta)
{
    const struct layer_type *type = norm_type(r->norm);
    size_t length = strcspn(r->norm, ":");
    struct text spec = {0};

    text_addn(&spec, r->norm, length);
    if (type && option_find(type->options, "affine"))
        text_add(&spec, " affine=%s", with_beta ? "both" : "scale");
    if (type && option_find(type->options, "gamma_init"))
        text_add(&spec, " gamma_init=%.17g", r->gamma_init);
    text_adds(&spec, r->norm + length);
    for (char *p = spec.s; *p; p++)
        *p = *p == ':' ? ' ' : *p;
    return spec.s;
}

static int set_up_norms(struct layer *l, struct setup *s, struct recurrent *r, int direction)
{
    static const char *const suffix[2][CELL_NORMS] = {{"_x", "_h", "_c"},
                                                      {"_x_reverse", "_h_reverse", "_c_reverse"}};
    int result = 0;

    for (int i = 0; i < CELL_NORMS && result == 0; i++) {
        int c = i == NORM_OF_C ? r->units : r->cell->gates * r->units;
        char *spec;

        if (!(r->norm_at & 1 << i))
            continue;
        spec = norm_spec(r, i == NORM_OF_C);
        result = step_norm_setup(&r->direction[direction].norm[i], l, s, spec, c,
                                 suffix[direction][i], r->masked);
        free(spec);
    }
    return result;
}

static size_t book_saved(struct layer *l, size_t reals)
{
    return layer_book_saved(l, reals * sizeof(real));
}

static size_t book_scratch(struct layer *l, size_t reals)
{
    return layer_book_scratch(l, reals * sizeof(real));
}

/* Books the parameter `name`; in the second direction, the name gets the suffix "_reverse". Returns its number. */
static int book(struct layer *l, int direction, const char *name, enum param_role role, int fan_in,
                int rank, int rows, int columns)
{
    char *full = format_new("%s%s", name, direction == 0 ? "" : "_reverse");
    struct param *p = layer_book_param(l, full, role, rank, rows, columns);

    p->fan_in = fan_in;
    p->fan_out = ((const struct recurrent *)l->options)->units; /* that of a single gate */
    free(full);
    return l->params - 1;
}

static int set_up_direction(struct layer *l, struct setup *s, struct recurrent *r, int number)
{
    struct direction *d = &r->direction[number];
    int c = l->in[0].c, h = r->units, width = r->cell->gates * h, result;
    size_t n = (size_t)s->max_n, steps = (size_t)l->in[0].h, states = n * (size_t)h,
           gates = n * (size_t)width;

    d->weight_x = book(l, number, "weight_x", PARAM_WEIGHT, c, 2, c, width);
    d->weight_h = book(l, number, "weight_h", PARAM_WEIGHT, h, 2, h, width);
    d->bias = d->bias_h = -1;
    if (r->bias)
        d->bias = book(l, number, "bias", PARAM_BIAS, h, 1, width, 0);
    if (r->bias && r->cell->separate_h)
        d->bias_h = book(l, number, "bias_h", PARAM_BIAS, h, 1, h, 0);
    result = set_up_norms(l, s, r, number);
    if (result)
        return result;
    d->gates = book_saved(l, steps * gates);
    d->h = book_saved(l, (steps + 1) * states);
    d->c = book_saved(l, r->cell->output ? (steps + 1) * states : 0);
    d->memo = book_saved(l, steps * states);
    for (int i = 0; i < CELL_NORMS; i++)
        if (d->norm[i].layer)
            d->norm_input[i] = book_saved(l, steps * (i == NORM_OF_C ? states : gates));
    return 0;
}

size_t recurrent_segment_rows(size_t n, size_t steps)
{
    size_t rows = n > MATMUL_BLOCK ? n : MATMUL_BLOCK;

    return rows < n * steps ? rows : n * steps;
}

bool recurrent_uses_kinds(const struct layer *l, size_t n, int kinds)
{
    return kinds > 0 && n <= MATMUL_BLOCK &&
           2 * (size_t)kinds <= recurrent_segment_rows(n, (size_t)l->in[0].h);
}

/* Books the memory that the directions share, as they run one after the other, and sets up their products. */
static void set_up_shared(struct layer *l, const struct setup *s, struct recurrent *r)
{
    int in = l->in[0].c, gates = r->cell->gates * r->units;
    size_t n = (size_t)s->max_n, states = n * (size_t)r->units, steps = (size_t)l->in[0].h,
           c = (size_t)in, width = (size_t)gates, segment = recurrent_segment_rows(n, steps);

    r->x = book_saved(l, steps * n * c);
    r->mask = layer_book_scratch(l, steps * n);
    r->gates_h = book_scratch(l, n * width);
    r->dgates = book_scratch(l, segment * width);
    r->dgates_h = book_scratch(l, r->cell->separate_h ? segment * width : 0);
    for (int i = 0; i < 2; i++)
        if (r->direction[0].norm[i].layer)
            r->dnorm_input[i] = book_scratch(l, segment * width);
    r->dstates = book_scratch(l, 2 * states);
    r->padded_dstates = book_scratch(l, 2 * states);
    r->normed_c = book_scratch(l, states);
    r->dx = book_scratch(l, segment * c);
    r->kinds = recurrent_uses_kinds(l, n, s->kinds) ? s->kinds : 0;
    r->kind_x = book_scratch(l, (size_t)r->kinds * c);
    r->kind_gates = book_scratch(l, (size_t)r->kinds * width);
    r->bias_sums = book_scratch(l, width);
    r->partial_gradient = book_scratch(l, l->param_reals);
    r->total_gradient = layer_book_scratch(l, l->param_reals * sizeof(double));
    r->transposed_x = book_scratch(l, width * c);
    r->transposed_h = book_scratch(l, width * (size_t)r->units);
    products_make(&r->input, l->kernels, in, gates);
    products_make(&r->hidden, l->kernels, r->units, gates);
    products_make(&r->input_back, l->kernels, gates, in);
    products_make(&r->hidden_back, l->kernels, gates, r->units);
}

const struct norm *recurrent_norm(const struct layer *l)
{
    const struct recurrent *r = (const struct recurrent *)l->options;

    for (int i = 0; i < CELL_NORMS; i++) {
        const struct layer *inner = r->direction[0].norm[i].layer;

        if (inner)
            return inner->type->norm ? inner->type->norm(inner) : NULL;
    }
    return NULL;
}

void recurrent_clear(struct layer *l)
{
    struct recurrent *r = (struct recurrent *)l->options;

    for (int d = 0; d < 2; d++)
        for (int i = 0; i < CELL_NORMS; i++)
            step_norm_clear(&r->direction[d].norm[i]);
}

int recurrent_setup(struct layer *l, struct setup *s, const struct cell *cell)
{
    struct recurrent *r = (struct recurrent *)l->options;
    struct shape in = l->in[0];

    if (layer_check_rank(l, 2, s))
        return -1;
    if (!has_norm(r) && r->norm_at != NORM_AT_AUTO)
        return layer_error(s, "norm_at needs a norm in the cell: give norm");
    r->cell = cell;
    r->directions = r->bidirectional ? 2 : 1;
    for (int i = 0; i < r->directions; i++) {
        int result = set_up_direction(l, s, r, i);

        if (result)
            return result;
    }
    set_up_shared(l, s, r);
    l->out = shape_sequence(in.h, r->directions * r->units);
    l->flops = 2.0 * r->directions * in.h * cell->gates * r->units * (in.c + r->units);
    return 0;
}
