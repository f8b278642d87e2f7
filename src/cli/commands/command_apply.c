#include "base/error.h"
#include "cli/command.h"
#include "tools/apply.h"
#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

/* libhdf5 may crash on a damaged file. In a process of its own that is an error like any other. */
static int apply_apart(const char *spec, const char *in, const char *out, enum apply_layout layout,
                       bool eval)
{
    pid_t pid = fork();
    int status;

    if (pid == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        _exit(apply_file(spec, in, out, layout, eval) ? EXIT_FAILED : EXIT_DONE);
    }
    if (pid < 0)
        return error("apply: cannot start a process: %s", strerror(errno));
    while (waitpid(pid, &status, 0) < 0)
        if (errno != EINTR)
            return error("apply: %s", strerror(errno));
    if (WIFSIGNALED(status) &&
        (WTERMSIG(status) == SIGSEGV || WTERMSIG(status) == SIGBUS || WTERMSIG(status) == SIGFPE))
        return error("%s cannot be read: it is damaged (%s in the HDF5 library)", in,
                     strsignal(WTERMSIG(status)));
    if (WIFSIGNALED(status))
        return error("apply: ended by signal %d (%s)", WTERMSIG(status),
                     strsignal(WTERMSIG(status)));
    return WEXITSTATUS(status) ? -1 : 0;
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
    int words = parse_flags(argc, argv, flags);

    if (words < 0)
        return EXIT_USAGE;
    if (words != 4)
        return usage_error("apply", "takes \"SPEC\" IN.h5 OUT.h5");
    if (strcmp(layout, "nhwc") && strcmp(layout, "nchw"))
        return usage_error("apply", "--layout %s: should be nhwc or nchw", layout);
    if (apply_apart(argv[1], argv[2], argv[3],
                    strcmp(layout, "nchw") == 0 ? APPLY_NCHW : APPLY_NHWC, eval))
        return EXIT_FAILED;
    return EXIT_DONE;
}

const struct command command_apply = {
    "apply",
    "run one layer on tensors from an HDF5 file",
    "usage: normlab apply \"SPEC\" IN.h5 OUT.h5 [--layout nhwc|nchw] [--eval]\n\n"
    "IN    x [N,C], [N,T,C] or [N,H,W,C] (nchw: channels follow N), tokens [N,T]; optional dy (the\n"
    "      gradient of y), mask [N,T] (0 = padding), param/NAME, state/NAME; add takes a second input x2\n"
    "OUT   y; with dy also dx and dparam/NAME; param/* and state/* as they are after the call\n"
    "Names: gamma, beta, weight, bias, running_mean, running_var, num_batches_tracked. Weights stand as\n"
    "PyTorch stores them with --layout nchw (conv2d [out,in,k,k], dense [out,in]), else as normlab\n"
    "does ([k,k,in,out], [in,out]).\n\n"
    "  --eval   inference mode: running statistics, no dropout\n\n"
    "example: normlab apply \"groupnorm groups=4\" in.h5 out.h5 --layout nchw\n",
    run,
};
