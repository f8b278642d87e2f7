/* The named networks for sequences. Their texts contain ${norm} where a norm may stand. */
#include "net/net.h"
#include "net/zoo_branch.h"

/* The first layer of these networks: an embedding for tokens, or a dense layer for numbers. */
enum from { TOKENS, VALUES };
/* clang-format off */
#define FROM_OPTION(type)                                                                          \
    {"from", OPTION_CHOICE, offsetof(type, from), "tokens", 0, 0, "tokens|values",                 \
     "what the data's positions hold: tokens, for an embedding, or numbers, for a dense layer"}
/* clang-format on */

/* Adds the first layer, with `width` channels. */
static void write_input(int from, int width, struct text *out)
{
    if (from == TOKENS)
        text_add(out, "embedding %d tokens=${tokens}; ", width);
    else
        text_add(out, "dense %d; ", width);
}

/* The last layers of these networks: a pool from the sequence to a vector, and a dense layer for the output. */
static const char *const pool[] = {"mean", "last"};
/* clang-format off */
#define POOL_OPTION(type, initial)                                                                 \
    {"pool", OPTION_CHOICE, offsetof(type, pool), initial, 0, 0, "mean|last",                      \
     "how the sequence becomes a vector"}
/* clang-format on */

/* Adds the last layers. how: index in pool[]. */
static void write_output(int how, struct text *out)
{
    text_add(out, "%s; dense ${classes}", pool[how]);
}

/* ---- transformer_block ---- */

enum norm_at { PRE, POST, NOWHERE };
static const char *const norm_place[] = {"pre", "post", "none"};
static const char *const activation[] = {"relu", "gelu"};

struct block {
    int width, heads, ff, norm_at, act, qknorm, branch;
    double dropout;
};

/* Entries of a table of options: those in struct block. The options struct of the network must begin with a struct
 * block. */
/* clang-format off */
#define BLOCK_OPTIONS                                                                              \
    {"width", OPTION_INT, offsetof(struct block, width), "64", 1, 1 << 14, NULL, "channels"},      \
    {"heads", OPTION_INT, offsetof(struct block, heads), "4", 1, 1024, NULL,                       \
     "number of attention heads; it divides the width"},                                           \
    {"ff", OPTION_INT, offsetof(struct block, ff), "256", 1, 1 << 16, NULL,                        \
     "channels between the two dense layers of the feed-forward part"},                            \
    {"norm_at", OPTION_CHOICE, offsetof(struct block, norm_at), "pre", 0, 0, "pre|post|none",      \
     "pre: the norms stand first in each residual; post: after each sum"},                         \
    {"act", OPTION_CHOICE, offsetof(struct block, act), "relu", 0, 0, "relu|gelu",                 \
     "activation of the feed-forward part"},                                                       \
    {"qknorm", OPTION_INT, offsetof(struct block, qknorm), "0", 0, 1, NULL,                        \
     "1: the attention layers divide queries and keys by their lengths (qknorm=1)"},               \
    {"dropout", OPTION_REAL, offsetof(struct block, dropout), "0", 0, 0.999, NULL,                 \
     "probability of dropout, on what each residual adds and within the feed-forward part"},       \
    ZOO_BRANCH_OPTION(struct block)
/* clang-format on */

static const struct option transformer_block_options[] = {BLOCK_OPTIONS, {0}};

static void write_dropout(const struct block *o, struct text *out)
{
    if (o->dropout > 0)
        text_add(out, "; dropout %g", o->dropout);
}

static void transformer_block_write(const void *options, struct text *out)
{
    const struct block *o = options;
    const char *before = o->norm_at == PRE ? "${norm}; " : "",
               *after = o->norm_at == POST ? "; ${norm}" : "";

    text_add(out, "residual { %sattention %d%s", before, o->heads, o->qknorm ? " qknorm=1" : "");
    write_dropout(o, out);
    zoo_branch_write(o->branch, out);
    text_add(out, " }%s; residual { %sdense %d; %s", after, before, o->ff, activation[o->act]);
    write_dropout(o, out);
    text_add(out, "; dense %d", o->width);
    write_dropout(o, out);
    zoo_branch_write(o->branch, out);
    text_add(out, " }%s", after);
}

const struct zoo_entry zoo_transformer_block = {
    .name = "transformer_block",
    .usage =
        "residuals around attention and around a feed-forward part (Vaswani et al. 2017), with ${norm} before or after",
    .options = transformer_block_options,
    .write = transformer_block_write,
};

/* ---- transformer ---- */

/* Vaswani et al. 2017 multiply the embedding by sqrt(width). This network does not: with the glorot schemes the first
 * values of the embedding have a standard deviation of 1, so its size is the same. */
struct transformer {
    struct block block; /* must be the first member, for BLOCK_OPTIONS */
    int layers, positions, pool, from;
};

static const char *const position[] = {"sinusoidal", "learned"};

static const struct option transformer_options[] = {
    {"layers", OPTION_INT, offsetof(struct transformer, layers), "2", 1, 1000, NULL, "blocks"},
    BLOCK_OPTIONS,
    {"positions", OPTION_CHOICE, offsetof(struct transformer, positions), "sinusoidal", 0, 0,
     "sinusoidal|learned", "encoding of positions"},
    POOL_OPTION(struct transformer, "mean"),
    FROM_OPTION(struct transformer),
    {0},
};

static void transformer_write(const void *options, struct text *out)
{
    const struct transformer *o = options;
    const struct block *b = &o->block;

    write_input(o->from, b->width, out);
    text_add(out, "position %s", position[o->positions]);
    write_dropout(b, out);
    for (int i = 0; i < o->layers; i++)
        text_add(
            out,
            "; transformer_block width=%d heads=%d ff=%d norm_at=%s act=%s qknorm=%d dropout=%g branch=%s",
            b->width, b->heads, b->ff, norm_place[b->norm_at], activation[b->act], b->qknorm,
            b->dropout, zoo_branch[b->branch]);
    text_add(out, "; %s", b->norm_at == PRE ? "${norm}; " : "");
    write_output(o->pool, out);
}

const struct zoo_entry zoo_transformer = {
    .name = "transformer",
    .usage = "embedding, positions, transformer blocks, a pool over the sequence, an output",
    .options = transformer_options,
    .write = transformer_write,
};

/* ---- recurrent ---- */

struct recurrent_net {
    int cell, layers, units, embedding, pool, from;
    bool bidirectional;
};

static const char *const cell[] = {"lstm", "gru", "rnn"};

static const struct option recurrent_options[] = {
    {"cell", OPTION_CHOICE, offsetof(struct recurrent_net, cell), "lstm", 0, 0, "lstm|gru|rnn",
     "the recurrent layers"},
    {"layers", OPTION_INT, offsetof(struct recurrent_net, layers), "1", 1, 1000, NULL,
     "recurrent layers, each with ${norm} after it"},
    {"units", OPTION_INT, offsetof(struct recurrent_net, units), "64", 1, 1 << 14, NULL,
     "size of the state of each layer and direction"},
    {"embedding", OPTION_INT, offsetof(struct recurrent_net, embedding), "32", 1, 1 << 14, NULL,
     "channels of the embedding or of the dense layer that replaces it"},
    {"bidirectional", OPTION_BOOL, offsetof(struct recurrent_net, bidirectional), "0", 0, 1, NULL,
     "1: each layer also runs from the end to the start"},
    POOL_OPTION(struct recurrent_net, "last"),
    FROM_OPTION(struct recurrent_net),
    {0},
};

static void recurrent_write(const void *options, struct text *out)
{
    const struct recurrent_net *o = options;

    write_input(o->from, o->embedding, out);
    for (int i = 0; i < o->layers; i++)
        text_add(out, "%s %d%s; ${norm}; ", cell[o->cell], o->units,
                 o->bidirectional ? " bidirectional=1" : "");
    write_output(o->pool, out);
}

const struct zoo_entry zoo_recurrent = {
    .name = "recurrent",
    .usage = "embedding, lstm, gru or rnn layers with ${norm}, a pool over the sequence, an output",
    .options = recurrent_options,
    .write = recurrent_write,
};

/* ---- convnet ---- */

struct convnet {
    int layers, width, k, pool, from;
};

static const struct option convnet_options[] = {
    {"layers", OPTION_INT, offsetof(struct convnet, layers), "3", 1, 1000, NULL, "convolutions"},
    {"width", OPTION_INT, offsetof(struct convnet, width), "64", 1, 1 << 14, NULL, "channels"},
    {"k", OPTION_INT, offsetof(struct convnet, k), "5", 1, 255, NULL, "kernel length"},
    POOL_OPTION(struct convnet, "mean"),
    FROM_OPTION(struct convnet),
    {0},
};

static void convnet_write(const void *options, struct text *out)
{
    const struct convnet *o = options;

    write_input(o->from, o->width, out);
    for (int i = 0; i < o->layers; i++)
        text_add(out, "conv1d %d k=%d; ${norm}; relu; ", o->width, o->k);
    write_output(o->pool, out);
}

const struct zoo_entry zoo_convnet = {
    .name = "convnet",
    .usage = "embedding, convolutions along the sequence with ${norm} and relu, a pool, an output",
    .options = convnet_options,
    .write = convnet_write,
};
