/* A trial in progress. Private to src/train: trial_setup.c sets it up and takes its steps, evaluate.c evaluates the net,
 * meter.c measures the steps, run.c trains to the end. */
#ifndef NORMLAB_TRAIN_SESSION_H
#define NORMLAB_TRAIN_SESSION_H

#include "base/system/parallel.h"
#include "data/data.h"
#include "net/net.h"
#include "train/batch.h"
#include "train/keys.h"
#include "train/loss.h"
#include "train/parameters.h"
#include "train/sequences.h"
#include "train/trial.h"

enum {
    EVAL_BATCH = 32
}; /* samples; fixed, so that evaluations do not depend on the training batch */

enum step_time { TIME_STEP /* all of it */, TIME_FORWARD, TIME_BACKWARD, TIME_UPDATE, STEP_TIMES };

/* The samples of a split: images (or anything without steps), or sequences. */
struct split {
    struct batch_source images;
    struct sequences sequences;
};

struct trial {
    struct trial_options options;
    struct execution execution;
    struct parallel *threads; /* NULL: the calling thread alone */
    struct schedule schedule;
    struct data data;
    struct split train, test;
    bool sequences;      /* else images */
    unsigned char *mask; /* of a batch of sequences [n][t] */
    int spare_positions; /* of padding that a net of sequences has room for, besides those of training */
    int train_n, val_n, test_n; /* validation samples are behind the training samples */
    int fit_n;                  /* training samples, from the first, that are evaluated */
    struct net net;
    struct optimizer optimizer;
    int32_t *order; /* of an epoch's samples */
    uint8_t *label; /* of a batch */
    real *target;   /* of a batch [n][outputs]; NULL: the set has classes */
    double *pass_s; /* of an evaluation's full batches, the time of each forward pass */
    int passes;     /* in pass_s */
    long step;
    bool timed; /* the next step measures its times; else it does not read the clock */
    double time_s[STEP_TIMES]; /* of the last timed step */
    uint64_t augment_key;      /* of the epoch */
    bool evaluates;            /* the net has room for batches of EVAL_BATCH, and pass_s is there */
    struct trial_result *result;
};

/* Sets options, data and net up, without large allocations; the caller has set t->evaluates. 0, -1 after a message, or
 * REFUSED with the reason in result. */
int session_prepare(struct trial *t, const struct config *config, struct trial_result *result);

/* After session_prepare(): allocates what a step needs. 0, or -1 after a message. */
int session_allocate(struct trial *t);

/* Steps of an epoch. */
int session_steps(const struct trial *t);

/* Copies samples index[0..n) of a split to the net's input and to label, target and mask. augment: flips and crops them
 * by the epoch's key. Sequences get spare_positions more positions of padding. */
void session_fill(struct trial *t, const struct split *split, int n, const int32_t *index,
                  bool augment, int spare_positions);

/* The loss of the net's output on the batch; the gradient, unless NULL, is written. */
struct loss_sum session_loss(const struct trial *t, int n, real *gradient);

/* Evaluates the net as it is now, into the curves at the point: losses and errors in inference mode, the time of a pass,
 * gamma and beta, and what padding does. */
void evaluate_point(struct trial *t, int point);

/* Fills the curves at the point with what padding does to the net, which it does not change. (probes/) */
void padding_point(struct trial *t, int point);

/* L2 norm of the gradient of the first weight tensor, in the order of the net's text, over that of the last; NaN when
 * there is none, or the last norm is 0. */
double gradient_ratio(const struct net *n);

#endif
