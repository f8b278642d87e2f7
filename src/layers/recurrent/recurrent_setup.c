#include "base/arena.h"
#include "base/error.h"
#include "base/number.h"
#include "layers/norms/norm.h"
#include "layers/recurrent/recurrent_pass.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

LAYER_OPTIONS_FIT(struct recurrent);

enum { GROUP_ROWS = 128 };

static int last_param(const struct layer *l)
{
    return l->params - 1;
}

static int book_weight(struct layer *l, const char *name, const char *suffix, int in,
                       const struct recurrent *r)
{
    char full[32];
    struct param *p;

    snprintf(full, sizeof full, "%s%s", name, suffix);
    p = layer_book_param(l, full, PARAM_WEIGHT, 2, in, r->cell->gates * r->units);
    p->fan_in = in;
    p->fan_out = r->units; /* of each gate */
    return last_param(l);
}

static int book_bias(struct layer *l, const char *name, const char *suffix, int count,
                     const struct recurrent *r)
{
    char full[32];

    snprintf(full, sizeof full, "%s%s", name, suffix);
    layer_book_param(l, full, PARAM_BIAS, 1, count)->fan_in = r->units;
    return last_param(l);
}

/* The norm's text as a layer's: colons are blanks; what the user says stands last, where it counts. */
static void write_norm_spec(char *spec, size_t size, const struct recurrent *r, bool with_beta)
{
    size_t length = strcspn(r->norm, ":");
    const struct layer_type *type = layer_type_find(r->norm, length);
    char affine[32] = "", gamma[48] = "";

    if (type && option_find(type->options, "affine"))
        snprintf(affine, sizeof affine, " affine=%s", with_beta ? "both" : "scale");
    if (type && option_find(type->options, "gamma_init"))
        number_format(gamma, sizeof gamma, " gamma_init=%.17g", r->gamma_init);
    snprintf(spec, size, "%.*s%s%s%s", (int)length, r->norm, affine, gamma, r->norm + length);
    for (char *p = spec; *p; p++)
        if (*p == ':')
            *p = ' ';
}

/* ---- the norm's options, resolved ---- */

static bool has_norm(const struct recurrent *r)
{
    return strcmp(r->norm, "none") != 0;
}

/* What of the norm's text is said by the layer's own options, or depends on its places. */
struct own_words {
    char affine[16]; /* "": not given */
    double gamma_init;
    bool has_gamma_init;
    int masked;
};

static int masked_number(const char *word)
{
    return strcmp(word, "0") == 0 ? MASKED_NO : strcmp(word, "1") == 0 ? MASKED_YES : MASKED_AUTO;
}

/* Takes these words out of text, whose blanks part words; what is left begins with the norm's name. */
static void take_own_words(const char *text, struct own_words *own, struct text *left)
{
    char *copy = xstrdup(text), *rest = copy, *word;

    *own = (struct own_words){.masked = MASKED_AUTO};
    while ((word = strtok_r(rest, " ", &rest))) {
        if (text_starts_with(word, "affine=")) {
            snprintf(own->affine, sizeof own->affine, "%s", word + strlen("affine="));
        } else if (text_starts_with(word, "gamma_init=")) {
            own->gamma_init = number_parse(word + strlen("gamma_init="), NULL);
            own->has_gamma_init = true;
        } else if (text_starts_with(word, "masked=")) {
            own->masked = masked_number(word + strlen("masked="));
        } else {
            text_add(left, "%s%s", left->length ? " " : "", word);
        }
    }
    free(copy);
}

/* At the gates a norm has gamma alone by default, at c beta, too. */
static bool is_default_affine(const struct recurrent *r, const char *affine)
{
    const char *at_gates = r->norm_at & (NORM_AT_X | NORM_AT_H) ? "scale" : affine,
               *at_c = r->norm_at & NORM_AT_C ? "both" : affine;

    return strcmp(affine, at_gates) == 0 && strcmp(affine, at_c) == 0;
}

/* Lets the layer's options say what they can, and returns the norm's text with the others, in its canonical form. */
static char *move_own_words(struct recurrent *r, const char *text)
{
    struct text left = {0}, out = {0};
    struct own_words own;
    char digits[32];

    take_own_words(text, &own, &left);
    if (layer_canonical(text_str(&left), &out))
        BUG("'%s' was a norm's text, and is none without the words of the layer", text);
    if (own.masked != MASKED_AUTO)
        r->masked = own.masked;
    if (*own.affine && !is_default_affine(r, own.affine))
        text_add(&out, " affine=%s", own.affine);
    if (strcmp(own.affine, "none") == 0 || strcmp(own.affine, "shift") == 0) {
        r->gamma_init = GAMMA_INIT_AUTO; /* of nothing */
    } else if (own.has_gamma_init && own.gamma_init >= 0) {
        r->gamma_init = own.gamma_init;
    } else if (
        own.has_gamma_init) { /* less than the layer's own may be, which then has no effect */
        format_double(digits, own.gamma_init);
        text_add(&out, " gamma_init=%s", digits);
        r->gamma_init = GAMMA_INIT_AUTO;
    }
    text_clear(&left);
    return out.s;
}

static void swap(char *s, char from, char to)
{
    for (; *s; s++)
        if (*s == from)
            *s = to;
}

int recurrent_norm_canonical(const char *text, struct text *out)
{
    static const char *const masked[] = {
        [MASKED_NO] = ":masked=0", [MASKED_YES] = ":masked=1", [MASKED_AUTO] = ""};
    const struct layer_type *type = layer_type_find(text, strcspn(text, ":"));
    struct text left = {0}, whole = {0}, form = {0};
    char *words = xstrdup(text), digits[32];
    struct own_words own;
    int r;

    swap(words, ':', ' ');
    r = type && type->is_norm && !strchr(text, ' ') ? layer_canonical(words, &whole) : -1;
    if (r == 0) {
        take_own_words(words, &own, &left);
        layer_canonical(text_str(&left), &form);
        swap(form.s, ' ', ':');
        text_add(out, "%s", text_str(&form));
        if (*own.affine)
            text_add(out, ":affine=%s", own.affine);
        format_double(digits, own.gamma_init);
        if (own.has_gamma_init)
            text_add(out, ":gamma_init=%s", digits);
        text_add(out, "%s", masked[own.masked]);
    }
    text_clear(&left);
    text_clear(&whole);
    text_clear(&form);
    free(words);
    return r;
}

static void resolve_norm_text(struct recurrent *r)
{
    struct text whole = {0};
    char *text = xstrdup(r->norm), *moved;

    swap(text, ':', ' ');
    if (layer_canonical(text, &whole) == 0) {
        moved = move_own_words(r, text);
        swap(moved, ' ', ':');
        if (strlen(moved) < sizeof r->norm)
            strcpy(r->norm, moved);
        free(moved);
    }
    text_clear(&whole);
    free(text);
}

static bool is_batchnorm(const char *norm)
{
    const struct layer_type *type = layer_type_find(norm, strcspn(norm, ":"));

    return type && strcmp(type->name, "batchnorm") == 0;
}

void recurrent_resolve(void *options, bool has_c)
{
    struct recurrent *r = options;

    if (!has_norm(r)) {
        r->gamma_init = GAMMA_INIT_AUTO;
        r->masked = MASKED_AUTO;
        return;
    }
    if (r->norm_at == NORM_AT_AUTO)
        r->norm_at = NORM_AT_X | NORM_AT_H | (has_c ? NORM_AT_C : 0);
    resolve_norm_text(r);
    if (r->gamma_init == GAMMA_INIT_AUTO)
        r->gamma_init = is_batchnorm(r->norm) ? 0.1 : 1;
}

/* ---- set-up ---- */

static int set_up_norms(struct layer *l, struct setup *s, struct recurrent *r, int number)
{
    static const char *const suffix[2][RECURRENT_NORMS] = {
        {"_x", "_h", "_c"}, {"_x_reverse", "_h_reverse", "_c_reverse"}};

    for (int i = 0; i < RECURRENT_NORMS; i++) {
        int c = i == RECURRENT_C ? r->units : r->cell->gates * r->units, result;
        char spec[OPTION_WORD_MAX + 96];

        if (!(r->norm_at & 1 << i))
            continue;
        write_norm_spec(spec, sizeof spec, r, i == RECURRENT_C);
        result = step_norm_setup(&r->direction[number].norm[i], l, s, spec, c, suffix[number][i],
                                 r->masked);
        if (result)
            return result;
    }
    return 0;
}

/* norm_at is a bit for each place; none: no norm. */
static int check_norm(const struct recurrent *r, struct setup *s)
{
    if (!has_norm(r) && r->norm_at != NORM_AT_AUTO)
        return layer_error(s, "norm_at says where a norm stands, and there is none: give norm");
    return 0;
}

static size_t book_saved(struct layer *l, size_t reals)
{
    return layer_book_saved(l, reals * sizeof(real));
}

static size_t book_scratch(struct layer *l, size_t reals)
{
    return layer_book_scratch(l, reals * sizeof(real));
}

static int set_up_direction(struct layer *l, struct setup *s, struct recurrent *r, int number)
{
    const char *suffix = number == 0 ? "" : "_reverse";
    struct direction *d = &r->direction[number];
    size_t step = (size_t)s->max_n * (size_t)r->units, gates = step * (size_t)r->cell->gates,
           steps = (size_t)r->room;
    int result;

    d->weight_x = book_weight(l, "weight_x", suffix, l->in[0].c, r);
    d->weight_h = book_weight(l, "weight_h", suffix, r->units, r);
    d->bias = r->bias ? book_bias(l, "bias", suffix, r->cell->gates * r->units, r) : -1;
    d->bias_h = r->bias && r->cell->parts_apart ? book_bias(l, "bias_h", suffix, r->units, r) : -1;
    result = set_up_norms(l, s, r, number);
    if (result)
        return result;
    d->gates = book_saved(l, steps * gates);
    d->h = book_saved(l, (steps + 1) * step);
    d->c = r->cell->has_c ? book_saved(l, (steps + 1) * step) : 0;
    d->memo = r->cell->has_memo ? book_saved(l, steps * step) : 0;
    d->raw_x = d->norm[RECURRENT_X].layer ? book_saved(l, steps * gates) : 0;
    d->raw_h = d->norm[RECURRENT_H].layer ? book_saved(l, steps * gates) : 0;
    d->raw_c = d->norm[RECURRENT_C].layer ? book_saved(l, steps * step) : 0;
    return 0;
}

size_t recurrent_group_rows(size_t n, size_t steps)
{
    size_t rows = n > GROUP_ROWS ? n : GROUP_ROWS;

    return rows < n * steps ? rows : n * steps;
}

/* Shared by the directions, which run one after the other. */
static void book_shared(struct layer *l, const struct setup *s, struct recurrent *r)
{
    size_t n = (size_t)s->max_n, step = n * (size_t)r->units, steps = (size_t)r->room,
           c = (size_t)l->in[0].c, width = (size_t)r->cell->gates * (size_t)r->units,
           rows = recurrent_group_rows(n, steps);
    const struct step_norm *norm = r->direction[0].norm;

    r->x = book_saved(l, steps * n * c);
    r->mask = layer_book_scratch(l, steps * n);
    r->part = book_scratch(l, n * width);
    r->dgates = book_scratch(l, rows * width);
    r->dpart = r->cell->parts_apart ? book_scratch(l, rows * width) : 0;
    r->draw_x = norm[RECURRENT_X].layer ? book_scratch(l, rows * width) : 0;
    r->draw_h = norm[RECURRENT_H].layer ? book_scratch(l, rows * width) : 0;
    r->dh = book_scratch(l, step);
    r->dc = book_scratch(l, step);
    r->normed = book_scratch(l, step);
    r->kept = book_scratch(l, 2 * step);
    r->dx = book_scratch(l, rows * c);
    r->sums = book_scratch(l, width);
}

/* Backward, every step has a product by weight_h turned, so that is turned once; so is weight_x. */
static void make_products(struct layer *l, struct recurrent *r)
{
    int c = l->in[0].c, h = r->units, gates = r->cell->gates * h;

    products_make(&r->input, l->kernels, c, gates);
    products_make(&r->hidden, l->kernels, h, gates);
    products_make(&r->input_back, l->kernels, gates, c);
    products_make(&r->hidden_back, l->kernels, gates, h);
    r->turned_x = book_scratch(l, (size_t)gates * (size_t)c);
    r->turned_h = book_scratch(l, (size_t)gates * (size_t)h);
}

void recurrent_clear(struct layer *l)
{
    struct recurrent *r = (struct recurrent *)l->options;

    for (int d = 0; d < 2; d++)
        for (int i = 0; i < RECURRENT_NORMS; i++)
            step_norm_clear(&r->direction[d].norm[i]);
}

int recurrent_setup(struct layer *l, struct setup *s, const struct cell *cell)
{
    struct recurrent *r = (struct recurrent *)l->options;
    int c = l->in[0].c, h = r->units, result;
    char shape[48];

    if (l->in[0].rank != 2) {
        shape_print(shape, l->in[0]);
        return layer_error(s, "takes a sequence, steps by channels; its input is %s", shape);
    }
    r->cell = cell;
    r->room = l->in[0].h;
    r->directions = r->bidirectional ? 2 : 1;
    result = check_norm(r, s);
    for (int i = 0; result == 0 && i < r->directions; i++)
        result = set_up_direction(l, s, r, i);
    if (result)
        return result;
    book_shared(l, s, r);
    r->gradient = book_scratch(l, l->param_reals);
    r->total = layer_book_scratch(l, l->param_reals * sizeof(double));
    make_products(l, r);
    l->out = shape_sequence(r->room, r->directions * h);
    l->flops = 2.0 * r->directions * r->room * cell->gates * h * (c + h);
    return 0;
}
