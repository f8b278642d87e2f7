/* A trial in progress. Private to src/train: trial_setup.c sets it up and takes its steps, evaluate.c evaluates the
 * net, run.c trains to the end and measures the steps. */
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

/* Samples; fixed, so that evaluations do not depend on the size of training batches. */
enum { EVAL_BATCH = 32 };

/* What is timed: the whole step, and three parts of it. */
enum step_time { TIME_STEP, TIME_FORWARD, TIME_BACKWARD, TIME_UPDATE, STEP_TIMES };

/* The samples of a split: sequences, or images or vectors. */
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
    bool sequences;      /* else images or vectors */
    unsigned char *mask; /* [n][t] of a batch of sequences */
    /* Positions that a net of sequences has room for besides those that training needs, for a probe's extra padding. */
    int spare_positions;
    int train_n, val_n, test_n; /* validation samples follow the training samples */
    int fit_n;                  /* the first training samples, which are evaluated as well */
    struct net net;
    struct optimizer optimizer;
    int32_t *order; /* [train_n] of an epoch's samples */
    uint8_t *label; /* [n] of a batch */
    real *target;   /* [n][outputs] of a batch; NULL: the set has classes */
    double *pass_s; /* [passes] times of the forward passes on an evaluation's full batches */
    int passes;
    long step;                 /* steps taken */
    bool timed;                /* whether the next step reads the clock */
    double time_s[STEP_TIMES]; /* of the last timed step */
    uint64_t augment_key;      /* of the epoch */
    bool evaluates;            /* the net has room for batches of EVAL_BATCH, and pass_s exists */
    struct trial_result *result;
};

/* Sets up options, data and net, without large allocations; the caller has set t->evaluates. Initializes result. 0,
 * -1 after a message, or REFUSED with the reason in result. */
int session_prepare(struct trial *t, const struct config *config, struct trial_result *result);

/* After session_prepare(): allocates what a step needs. 0, or -1 after a message. */
int session_allocate(struct trial *t);

/* Steps of an epoch. */
int session_steps(const struct trial *t);

/* Copies samples index[0..n) of a split to the net's input and to label, target and mask. augment: flips and crops
 * them by the epoch's key. Sequences get spare_positions positions of padding more than the options ask for. */
void session_fill(struct trial *t, const struct split *split, int n, const int32_t *index,
                  bool augment, int spare_positions);

/* The loss of the net's output on the batch. Writes its gradient, unless NULL. */
struct loss_sum session_loss(const struct trial *t, int n, real *gradient);

/* Evaluates the net as it is now, into the curves at the point: losses and errors in inference mode, the time of a
 * pass, gamma and beta, and what padding does. */
void evaluate_point(struct trial *t, int point);

/* Fills the curves of the metrics about padding at the point; the net stays as it is. (probes/) */
void padding_point(struct trial *t, int point);

#endif
