/*
 * Shared by rnn, lstm and gru. The input is [N][T][C], the output [N][T][H], or [N][T][2H] with a second direction, which
 * runs from the last step to the first. A type adds the mathematics of one step, struct cell.
 *
 * Inside, arrays are time-major, [T][N][..], so that the vectors of a step are neighbours in memory: the inputs' products with
 * weight_x [C][G*H] are one product over all steps; each step has a product of its own with weight_h [H][G*H]. Before its
 * nonlinearity a gate is
 *   a = norm_x(x W_x) + norm_h(h W_h) + b
 * with h the state before the step. These norms have gamma only, since b is there (Cooijmans et al. 2016, section 3).
 *
 * A norm over the batch has its own statistics at each position t, in the second direction, too.
 *
 * A mask gives what PyTorch computes on packed sequences: a padded step keeps h and c, and its output is 0. So the second
 * direction begins at the last valid step. Norms inside count padded steps like others, or leave them out with masked=1
 * (step_norm.h).
 */
#ifndef NORMLAB_LAYERS_RECURRENT_RECURRENT_H
#define NORMLAB_LAYERS_RECURRENT_RECURRENT_H

#include "kernels/products.h"
#include "layers/norms/step_norm.h"

/* A type: its gates and the kernels of a step. */
struct cell {
    int gates;          /* G */
    bool separate_part; /* the kernels take h W_h in cell_step.gates_h; else it is added to x W_x */
    void (*forward)(const struct kernels *k, const struct cell_step *s);
    void (*backward)(const struct kernels *k, const struct cell_step *s);
    /* From the cell's state c to h; NULL: the type has no c. */
    void (*output)(const struct kernels *k, const struct cell_step *s);
    void (*output_backward)(const struct kernels *k, const struct cell_step *s);
};

/* What a norm inside the cell normalizes: x W_x, h W_h or c. The option norm_at has the bit 1 << NORM_OF_.. of each. */
enum { NORM_OF_X, NORM_OF_H, NORM_OF_C, CELL_NORMS };
#define NORM_AT_AUTO 0

/* A direction's tensors and memory. In a call T and N are those of the call. */
struct direction {
    int weight_x, weight_h, bias, bias_h; /* numbers of parameters; -1: none */
    size_t gates;                         /* offsets in saved: [T][N][G*H] */
    size_t h, c;                          /* [T+1][N][H], the states before and after each step */
    size_t memo;                          /* [T][N][H], see struct cell_step */
    size_t norm_input[CELL_NORMS];        /* [T][N][G*H]; of c [T][N][H] */
    struct step_norm norm[CELL_NORMS];
};

/* The options of all three (each declares those that it has) and what set-up derives from them. */
struct recurrent {
    int units, bias, norm_at, masked;
    bool bidirectional;
    double forget_bias, gamma_init;
    char norm[OPTION_WORD_MAX];

    const struct cell *cell;
    int directions;
    struct products input, hidden;           /* by weight_x and weight_h */
    struct products input_back, hidden_back; /* by these, transposed */
    size_t x;                                /* [T][N][C], in saved */
    /* Offsets in scratch; R: the most rows of a segment, recurrent_segment_rows(). */
    size_t mask;                       /* [T][N], bytes */
    size_t part;                       /* [N][G*H], h W_h of one step */
    size_t dgates, dpart;              /* [R][G*H] */
    size_t dnorm_input[2];             /* [R][G*H], of the norms of x and h */
    size_t dstates, padded_dstates;    /* [2][N][H], of h and c */
    size_t normed_c;                   /* [N][H], and its gradient */
    size_t dx;                         /* [R][C] */
    size_t bias_sums;                  /* [G*H] */
    size_t segment_gradient;           /* [parameters], in real */
    size_t total_gradient;             /* [parameters], in double */
    size_t transposed_x, transposed_h; /* the weights, [G*H][C] and [G*H][H] */
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

/* The canonical form of a norm's text for a cell, "batchnorm:momentum=0.3", that holds for any layer: affine, gamma_init and
 * masked stay when they are given, for their defaults are the layer's. 0; -1, with nothing added and no message, when the
 * text is no norm's. */
int recurrent_norm_canonical(const char *text, struct text *out);

/* The types' `resolve` (layer.h): norm_at and gamma_init get their values, and the norm's text its canonical form; options
 * that both the text and the layer have move to the layer. */
void recurrent_resolve(void *options, bool has_c);

/* Completes the set-up of l, whose options are a struct recurrent. 0, -1 or REFUSED. */
int recurrent_setup(struct layer *l, struct setup *s, const struct cell *cell);

/* Frees the norms inside. */
void recurrent_clear(struct layer *l);

/* A segment is a run of steps whose gradients are collected before one product adds them to the weights' gradients. Returns
 * the most rows of one, for n samples of so many steps. */
size_t recurrent_segment_rows(size_t n, size_t steps);

void recurrent_forward(const struct layer *l, struct io *io);
void recurrent_backward(const struct layer *l, struct io *io);

#endif
