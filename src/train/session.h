/* A trial in progress. Private to src/train: trial_setup.c sets it up and takes its steps, evaluate.c evaluates the
 * net, run/ trains to the end and measures the steps. */
#ifndef NORMLAB_TRAIN_SESSION_H
#define NORMLAB_TRAIN_SESSION_H

#include "base/formats/transfer.h"
#include "base/system/parallel.h"
#include "data/data.h"
#include "net/net.h"
#include "train/batch.h"
#include "train/keys.h"
#include "train/loss.h"
#include "train/parameters.h"
#include "train/sequences.h"
#include "train/trial.h"

/* The number of samples in a batch of an evaluation, unless norms use the batch's own statistics. It is fixed, so that
 * evaluations do not depend on the batch size of training. */
enum { EVAL_BATCH = 32 };

/* The times that are measured: of a whole training step, and of three parts of it. */
enum step_time { TIME_STEP, TIME_FORWARD, TIME_BACKWARD, TIME_UPDATE, STEP_TIMES };

/* The moments of a timed step: its start, and the ends of its parts. */
enum step_stamp {
    STAMP_START,
    STAMP_FILLED,
    STAMP_FORWARD,
    STAMP_LOSS,
    STAMP_BACKWARD,
    STAMP_UPDATE,
    STEP_STAMPS
};

/* How norms with running statistics get their statistics in an evaluation. Without such norms it has no effect. */
struct eval_how {
    enum eval_stats stats;
    int samples; /* EVAL_PRECISE: number of training samples, as the key precise_samples; at most all */
    /* EVAL_PRECISE: exactly `samples` samples, in batches that are as equal as possible and at most as large as in
     * training; false: full batches of training */
    bool exact;
    enum precise_var var; /* EVAL_PRECISE */
    int batch;            /* EVAL_BY_BATCH: number of samples in a batch */
    double own_weight;    /* EVAL_OWN */
};

/* The samples of a split: `sequences` in a set of sequences, else `images` (images or vectors). */
struct split {
    struct batch_source images;
    struct sequences sequences;
};

struct trial {
    struct config config; /* complete */
    struct trial_options options;
    struct execution execution;
    struct parallel *threads; /* NULL: only the calling thread works */
    struct schedule schedule;
    struct data data;
    struct split train, test;
    bool sequences; /* the samples are sequences; false: images or vectors */
    /* [n][t] of a batch of sequences: 1 for a step, 0 for padding; else NULL */
    unsigned char *mask;
    /* The number of positions for which a net for sequences has memory in addition to those that training needs. The
     * metrics of padding (padding_point()) fill them with padding. */
    int spare_positions;
    /* numbers of samples; the validation samples are those after the train_n training samples of the training split */
    int train_n, val_n, test_n;
    /* [train_n + val_n] indices in the training split of its samples, when data_seed draws them at random; else NULL */
    int32_t *pick;
    /* number of training samples, from the first on, that are evaluated for fit_loss and fit_error */
    int fit_n;
    struct net net;
    struct company company; /* carries out the workers in a step */
    /* [options.workers] the losses of the workers' samples in a step; unused when the net has no workers */
    struct loss_sum *worker_loss;
    struct optimizer optimizer;
    /* [train_n] indices of the training samples in the order of the current epoch */
    int32_t *order;
    uint8_t *label; /* [n] labels of the current batch */
    real *target;   /* [n][outputs] targets of the current batch; NULL: the set has classes */
    /* [passes] times in seconds of the forward passes of an evaluation, on batches of EVAL_BATCH samples */
    double *pass_s;
    int passes;
    /* number of steps since the start, except those with a loss that is not finite */
    long step;
    /* the norms train with running statistics, which do not change (key freeze_norm) */
    bool frozen;
    /* [param_reals] gamma and beta that do not change while frozen; NULL without freeze_affine */
    real *affine;
    /* for evaluations: [max_n] indices of a batch; [state_reals] averages for precise statistics; and [state_reals] the
     * state before the evaluation */
    int32_t *eval_index;
    struct norm_average *averages;
    real *kept_state;
    bool timed;                  /* the next step is timed */
    double stamp_s[STEP_STAMPS]; /* clock_seconds() within the last timed step */
    /* key of the current epoch for the random numbers of augmentation */
    uint64_t augment_key;
    /* there will be evaluations, for which the net must have memory */
    bool evaluates;
    bool loads; /* the net starts from values of a file (key loaded) */
    struct trial_result *result;
};

/* Sets up options, data and net, but allocates no arrays of the net. Before the call, t must be all zeros except
 * t->evaluates and t->loads. Initializes result, which trial_result_clear() frees in every case. Returns 0, -1 or INVALID
 * after a message, or REFUSED with the reason in result->message. */
int session_prepare(struct trial *t, const struct config *config, struct trial_result *result);

/* Returns the first layer that is, or contains, a norm whose statistics cannot be mixed with a sample's own
 * (NORM_STATS_OWN); NULL when there is none. */
const struct layer *session_without_own(const struct trial *t);

/* Builds t->net from t->config and t->options; its arrays have no memory yet. unfused: as in struct net_request. Returns
 * 0, INVALID after a message, or REFUSED with the reason in t->result->message. */
int session_build_net(struct trial *t, bool unfused);

/* Allocates t->label, t->mask (sequences) and t->target (regression sets) for the largest batch of t->net. The caller frees
 * them. */
void session_allocate_batch(struct trial *t);

/* Allocates everything that a step needs, after session_prepare() returned 0. Returns 0, or -1 after a message. */
int session_allocate(struct trial *t);

/* Reserves the memory of matrix products (gemm_reserve()). Must be called last, when everything else, also the probes,
 * has its memory. Returns 0, or -1 after a message. */
int session_reserve(const struct trial *t);

/* Returns the number of steps of an epoch. */
int session_steps(const struct trial *t);

/* Returns the learning rate of the step before which `step` steps were taken, with the linear scaling rule and the schedule. */
double session_learning_rate(const struct trial *t, long step);

/* True when norms train with frozen running statistics in this epoch; the first is 1. */
bool session_is_frozen(const struct trial *t, int epoch);

/* Copies the samples index[0..n) of a split to the net's input, and to label, target and mask of t. If `augment`,
 * images are mirrored and shifted as batch_fill() does. Sequences get spare_positions more positions of padding than
 * the options ask for. */
void session_fill(struct trial *t, const struct split *split, int n, const int32_t *index,
                  bool augment, int spare_positions);

/* As session_fill(), but copies only the samples `part` of the batch, to the beginning of the arrays. Sequences get as
 * many positions as in the whole batch. */
void session_fill_part(struct trial *t, const struct split *split, int n, const int32_t *index,
                       struct sample_range part, bool augment, int spare_positions);

/* Connects this process with the others that compute the trial, and allocates t->worker_loss. Returns 0, or -1 after a
 * message, also when the processes have different trials. (run/batch_share.c has this and the next two functions.) */
int session_start_workers(struct trial *t);

/* Fills the net's input, and label, target and mask of t, with those samples of the batch index[0..n) that belong to this
 * process's workers; without workers, with all of them. Images are augmented. */
void session_fill_own(struct trial *t, int n, const int32_t *index);

/* Returns the loss of a training batch of n samples, also when several processes share it. Overwrites `gradient` with the
 * gradient of the mean loss, for the samples of this process. */
struct loss_sum session_loss_of_all(struct trial *t, int n, real *gradient);

/* Returns the loss of the net's output on the current batch of n samples, a sum over the samples. Overwrites `gradient`
 * [n][outputs], unless it is NULL, with the gradient of the mean loss. */
struct loss_sum session_loss(const struct trial *t, int n, real *gradient);

/* Evaluates the current net and writes the metrics to the curves at this point: losses and errors in inference mode,
 * the time of a forward pass, gamma and beta, and for sequences the metrics of padding_point(). Does not change the
 * net's parameters and state. */
void evaluate_point(struct trial *t, int point);

/* Returns how to evaluate with these statistics, according to the trial's keys. */
struct eval_how eval_how(const struct trial *t, enum eval_stats stats);

/* Returns the error on the test samples [first, first + n) in per cent, NaN for a regression set. */
double evaluate_test_error(struct trial *t, const struct eval_how *how, int first, int n);

/* Measures the effects of padding (pad_change to var_distance in metrics.def) and writes them to the curves at this
 * point. Does not change the net's parameters and state. (probes/padding_probe.c) */
void padding_point(struct trial *t, int point);

/* The probes of a trial (probes/probe.h), which measure into t->result->profiles. probes_open() sets *p to the probes,
 * or to NULL when the trial has none, and returns 0; or it returns -1 after a message. probes_close() frees *p in both
 * cases. t must be ready for its first step. */
struct probes;
int probes_open(struct probes **p, struct trial *t);
void probes_close(struct probes *p);

/* Runs the measurements of all probes that are due after the steps taken so far. Changes nothing of the trial but its
 * profiles. Returns the processor time in seconds that it took. p may be NULL. */
double probes_measure(struct probes *p);

/* Saves or restores what the probes have measured and what they need for later points. When restoring, p must be as
 * probes_open() made it. p may be NULL. */
void probes_transfer(struct probes *p, struct transfer *t);

#endif
