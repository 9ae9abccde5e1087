REGION = 'us-east-1'
EXPORTS = 'portal-exports'
PARTNERS = 'portal-partners'
KEEP_DAYS = 30
CUSTOMERS = ['acme', 'globex', 'initech']
ARCHIVE = 'portal-archive'
AUDIT_KEY = 'alias/audit'
