"""Runs the tasks of a fabfile in order: start, stop and kill by name, with nobody to act on, filters in many forms."""
import sys

from fabfile import env, tasks

PLAN = 'ls hosts:prod hosts:none filters ids stop:app-2,app-3 stop:app-2 stop:nobody start:app-2 bounce:job-1 kill kill:nobody kill:job-1 ls:app-1,app-2,app-3'


def main(argv):
    for word in argv or PLAN.split():
        name, _, args = word.partition(':')
        print('[%s] %s' % (name, args))
        result = tasks[name](*[a for a in args.split(',') if a])
        if result is not None:
            print(result)
    print(sorted(tasks), env.region, len(env.hosts))


main(sys.argv[1:])
