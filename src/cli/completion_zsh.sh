#compdef normlab
# Completion of normlab for zsh: install it as _normlab in a folder of $fpath.

_normlab()
{
    local -a commands options names
    local experiments='' keys='' word=$words[CURRENT]

    @COMMANDS@
    if (( CURRENT == 2 )); then
        _describe command commands
        return
    fi
    case $word in
        norm=*) compset -P '*='; names=(${(f)"$(normlab list layers --names 2>/dev/null)"}) ;;
        net=*) compset -P '*='; names=(${(f)"$(normlab list nets --names 2>/dev/null)"}) ;;
        data=*) compset -P '*='; names=(${(f)"$(normlab list data --names 2>/dev/null)"}) ;;
    esac
    if (( $#names )); then
        compadd -a names
    elif [[ $words[CURRENT-1] == --preset ]]; then
        compadd smoke demo paper
    elif [[ $word == -* ]]; then
        _describe -o option options
    elif [[ -n $experiments ]] && (( CURRENT == 3 )); then
        names=(${(f)"$(normlab list experiments --names 2>/dev/null)"})
        compadd -a names
        _files
    elif [[ -n $keys && $words[CURRENT-1] != --* ]]; then
        names=(${(f)"$(normlab list keys --names 2>/dev/null)"})
        compadd -S = -a names
        _files
    else
        _files
    fi
}
_normlab "$@"
