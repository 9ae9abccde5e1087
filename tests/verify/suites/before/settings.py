BUCKET = 'nosy-site'
PREFIX = 'v1/'
