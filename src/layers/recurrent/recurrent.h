/*
 * What rnn, lstm and gru share. The input is [N][T][C], the output [N][T][H], or [N][T][2H] where a second
 * direction runs from the last step to the first. A type adds the mathematics of one step, struct cell.
 *
 * Inside, arrays are time-major, [T][N][..], so that the vectors of a step stand together: the inputs'
 * products with weight_x [C][G*H] are one product over all steps, the weights' gradients one over as many
 * steps as stay in cache; each step has one with weight_h [H][G*H]. The gates' parts before their nonlinearity are
 *   a = norm_x(x W_x) + norm_h(h W_h) + b
 * with norm_h of the state before the step. A norm there has gamma only, since b is there (Cooijmans et al.
 * 2016, section 3).
 *
 * The statistics of a norm over the batch are those of the position t, in the second direction, too.
 *
 * A mask gives what PyTorch computes on packed sequences: a step that is not valid keeps h and c, and its
 * output is 0. So the second direction begins at the last valid step. Norms inside count padded steps like
 * others, or with masked=1 leave them out (step_norm.h).
 */
#ifndef NORMLAB_LAYERS_RECURRENT_RECURRENT_H
#define NORMLAB_LAYERS_RECURRENT_RECURRENT_H

#include "kernels/products.h"
#include "layers/norms/step_norm.h"

/* What a type is: its gates and the kernels of a step. */
struct cell {
    int gates;        /* G */
    bool has_c;       /* c beside h, and an output step */
    bool has_memo;    /* see struct cell_step */
    bool parts_apart; /* the gates' parts are not simply added */
    void (*forward)(const struct kernels *k, const struct cell_step *s);
    void (*backward)(const struct kernels *k, const struct cell_step *s);
    void (*output)(const struct kernels *k, const struct cell_step *s); /* where has_c */
    void (*output_backward)(const struct kernels *k, const struct cell_step *s);
};

enum { NORM_AT_X = 1, NORM_AT_H = 2, NORM_AT_C = 4, NORM_AT_AUTO = 0 };
enum { RECURRENT_X, RECURRENT_H, RECURRENT_C, RECURRENT_NORMS };

/* A direction's tensors and memory. */
struct direction {
    int weight_x, weight_h, bias, bias_h; /* in the table of parameters; -1: none */
    /* Offsets in saved. T is the room in set-up, and in a call the call's. */
    size_t gates;                           /* [T][N][G*H] */
    size_t h, c;                            /* [T+1][N][H]: the states between steps */
    size_t memo;                            /* [T][N][H] */
    size_t raw_x, raw_h;                    /* [T][N][G*H], before their norms */
    size_t raw_c;                           /* [T][N][H] */
    struct step_norm norm[RECURRENT_NORMS]; /* at x, h and c */
};

/* The options of all three (each declares those that it has) and what set-up derives from them. */
struct recurrent {
    int units, bias, norm_at, masked;
    bool bidirectional;
    double forget_bias, gamma_init;
    char norm[OPTION_WORD_MAX];

    const struct cell *cell;
    int directions, room;
    struct products input, hidden;           /* by weight_x and weight_h */
    struct products input_back, hidden_back; /* by these, turned */
    size_t x;                                /* [T][N][C], in saved */
    /* Offsets in scratch; R: the rows of a group of steps, recurrent_group_rows(). */
    size_t mask;           /* [T][N], bytes */
    size_t part;           /* [N][G*H], the state's part of the gates */
    size_t dgates, dpart;  /* [R][G*H] */
    size_t draw_x, draw_h; /* [R][G*H], before their norms */
    size_t dh, dc, normed; /* [N][H] */
    size_t kept;           /* [2][N][H], of h and c: what goes past a step that is not valid */
    size_t dx;             /* [R][C] */
    size_t sums;           /* [G*H], of a bias */
    size_t gradient;       /* [parameters], of some steps */
    size_t total;          /* [parameters], in double, of all */
    size_t turned_x;       /* [G*H][C], weight_x turned */
    size_t turned_h;       /* [G*H][H] */
    struct direction direction[2];
};

/* The rows of an option table that all have. */
/* clang-format off */
#define RECURRENT_OPTIONS(norm_places)                                                             \
    {"units", OPTION_INT, offsetof(struct recurrent, units), NULL, 1, 1 << 20, NULL,               \
     "size of the state h, which is the output"},                                                  \
    {"bidirectional", OPTION_BOOL, offsetof(struct recurrent, bidirectional), "0", 0, 0, NULL,     \
     "1: also runs from the last step to the first, and puts out both states"},                    \
    {"bias", OPTION_INT, offsetof(struct recurrent, bias), "1", 0, 1, NULL, "1: with a bias"},     \
    {"norm", OPTION_WORD, offsetof(struct recurrent, norm), "none", 0, 0, NULL,                    \
     "a norm inside the cell, with its options after colons: batchnorm:momentum=0.3"},             \
    {"norm_at", OPTION_CHOICE, offsetof(struct recurrent, norm_at), "auto", 0, 0, norm_places,     \
     "what it normalizes: the product with the input, with the state, or the cell (auto: all)"},   \
    {"gamma_init", OPTION_REAL, offsetof(struct recurrent, gamma_init), "auto", 0, 1e6, "auto",    \
     "initial value of the norm's gamma (auto: 0.1 for batchnorm, else 1)"},                       \
    {"masked", OPTION_CHOICE, offsetof(struct recurrent, masked), "auto", 0, 0, "0|1|auto",        \
     "1: padding does not count in the norm; auto: it counts in nets"}
/* clang-format on */

#define GAMMA_INIT_AUTO (-1.0)

/* The canonical form of a norm's text for a cell, "batchnorm:momentum=0.3", alone, as it stands for several layers: affine,
 * gamma_init and masked stay where they are given, for what holds without them is the layer's to say. 0; -1, with
 * nothing added and no message, when the text is no norm's. */
int recurrent_norm_canonical(const char *text, struct text *out);

/* The types' `resolve` (layer.h): where the norm stands and its gamma begins, and its text in canonical form; what
 * the layer's own options can say as well, they say. */
void recurrent_resolve(void *options, bool has_c);

/* Completes the set-up of l, whose options are a struct recurrent. 0, -1 or REFUSED. */
int recurrent_setup(struct layer *l, struct setup *s, const struct cell *cell);

/* Frees the norms inside. */
void recurrent_clear(struct layer *l);

void recurrent_forward(const struct layer *l, struct io *io);
void recurrent_backward(const struct layer *l, struct io *io);

#endif
