/*
 * A trial under way. Private to src/train: trial_setup.c sets it up and takes its steps, evaluate.c measures
 * what they have come to, meter.c the steps themselves, run.c trains it to its end.
 */
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

enum { EVAL_BATCH = 32 }; /* fixed, so that a result does not depend on the training batch */

enum step_time { TIME_STEP /* all of it */, TIME_FORWARD, TIME_BACKWARD, TIME_UPDATE, STEP_TIMES };

/* The samples of a split: of images, or of whatever has no steps; or of sequences. */
struct split {
    struct batch_source images;
    struct sequences sequences;
};

struct trial {
    struct trial_options options;
    struct execution execution;
    struct parallel *threads; /* NULL: the calling one alone */
    struct schedule schedule;
    struct data data;
    struct split train, test;
    bool sequences;      /* else images */
    unsigned char *mask; /* of a batch of sequences [n][t] */
    int more;            /* positions of padding that a net of sequences has room for besides */
    int train_n, val_n, test_n; /* validation images stand behind the training ones */
    int fit_n;                  /* the first so many training images, evaluated */
    struct net net;
    struct optimizer optimizer;
    int32_t *order; /* of an epoch's samples */
    uint8_t *label; /* of a batch */
    real *target;   /* of a batch [n][outputs]; NULL: the set has classes */
    double *pass_s; /* of an evaluation's full batches, the time of each forward pass */
    int passes;     /* in pass_s */
    long step;
    bool timed; /* the next step takes its times; else it does not even read the clock */
    double time_s[STEP_TIMES]; /* of the last timed step */
    uint64_t augment_key;      /* of the epoch */
    bool evaluates;            /* the net has room for batches of EVAL_BATCH, and pass_s is there */
    struct trial_result *result;
};

/* Options, data and net; nothing large is allocated. 0, -1 after a message, or REFUSED. t->evaluates is
 * the caller's. */
int session_prepare(struct trial *t, const struct config *config, struct trial_result *result);

/* After session_prepare(): what a step needs. 0, or -1 after a message. */
int session_allocate(struct trial *t);

/* Steps of an epoch. */
int session_steps(const struct trial *t);

/* Puts samples index[0..n) of a split where the net and the loss find them. augment: by the epoch's key.
 * Sequences get `more` positions of padding besides. */
void session_fill(struct trial *t, const struct split *split, int n, const int32_t *index,
                  bool augment, int more);

/* The loss of the net's output on the batch; its gradient, unless NULL. */
struct loss_sum session_loss(const struct trial *t, int n, real *gradient);

/* Fills the curves at the point with all that the net as it stands tells: its losses and errors in
 * inference mode, the time that takes, and its gamma and beta. */
void evaluate_point(struct trial *t, int point);

/* Fills the curves at the point with what padding does to the net as it stands, which it leaves so. */
void padding_point(struct trial *t, int point);

/* L2 norm of the gradient of the first weight tensor, in the text's order, over that of the last. NaN
 * where there is none, or the last one's is 0. */
double gradient_ratio(const struct net *n);

#endif
