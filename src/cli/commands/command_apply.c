#include "base/error.h"
#include "cli/command.h"
#include "tools/apply.h"
#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

/* Runs apply_file() in a child process: if libhdf5 crashes on a damaged file, the user still gets an error message.
 * Returns 0, or -1 after a message. */
static int apply_in_child(const char *spec, const char *in, const char *out,
                          enum apply_layout layout, bool eval)
{
    pid_t pid = fork();
    int status, ended_by;

    if (pid == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        _exit(apply_file(spec, in, out, layout, eval) ? EXIT_FAILED : EXIT_DONE);
    }
    if (pid < 0)
        return error("apply: cannot start a process: %s", strerror(errno));
    while (waitpid(pid, &status, 0) < 0)
        if (errno != EINTR)
            return error("apply: %s", strerror(errno));
    if (!WIFSIGNALED(status))
        return WEXITSTATUS(status) ? -1 : 0;
    ended_by = WTERMSIG(status);
    if (ended_by == SIGSEGV || ended_by == SIGBUS || ended_by == SIGFPE)
        return error("%s cannot be read: it is damaged (%s in the HDF5 library)", in,
                     strsignal(ended_by));
    return error("apply: ended by signal %d (%s)", ended_by, strsignal(ended_by));
}

static int run(int argc, char **argv)
{
    const char *layout = "nhwc";
    bool eval = false;
    const struct flag flags[] = {
        {"--layout", NULL, FLAG_TEXT, &layout},
        {"--eval", NULL, FLAG_BOOL, &eval},
        {0},
    };
    bool nchw;

    parse_arguments(argc, argv, flags, 3, 3, "takes \"SPEC\" IN.h5 OUT.h5");
    nchw = strcmp(layout, "nchw") == 0;
    if (!nchw && strcmp(layout, "nhwc"))
        die_usage("apply", "--layout %s: should be nhwc or nchw", layout);
    return apply_in_child(argv[1], argv[2], argv[3], nchw ? APPLY_NCHW : APPLY_NHWC, eval)
               ? EXIT_FAILED
               : EXIT_DONE;
}

const struct command command_apply = {
    "apply",
    "run one layer on tensors from an HDF5 file",
    "usage: normlab apply \"SPEC\" IN.h5 OUT.h5 [--layout nhwc|nchw] [--eval]\n\n"
    "IN    x [N,C], [N,T,C] or [N,H,W,C], or tokens [N,T]; with --layout nchw the channels follow N.\n"
    "      Optional: dy (the gradient of y), mask [N,T] (1, or 0 at padding), param/NAME, state/NAME. The layer\n"
    "      add takes a second input x2\n"
    "OUT   y; with dy also dx and dparam/NAME; param/NAME and state/NAME as they are after the call\n\n"
    "The names are gamma, beta, weight, bias, running_mean, running_var, num_batches_tracked, weight_v,\n"
    "weight_g and gain with weightnorm= and ws=scaled, as in PyTorch and timm, and of some layers others,\n"
    "as tau of tlu; OUT shows them. With --layout nchw weights are stored as in PyTorch (conv2d\n"
    "[out,in,k,k], dense [out,in]), without it as in normlab ([k,k,in,out], [in,out]).\n\n"
    "A file at OUT is replaced when it is an HDF5 file and not IN itself.\n\n"
    "  --eval   inference mode: running statistics, no dropout\n\n"
    "example: normlab apply \"groupnorm groups=4\" in.h5 out.h5 --layout nchw\n",
    run,
};
